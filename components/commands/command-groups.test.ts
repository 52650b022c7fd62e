import { describe, expect, it } from 'vitest';
import { COMMANDS } from '#client/commands/command-table';
import { Keymap } from '#client/commands/keymap';
import { DEFAULT_KEYS } from '#client/commands/reader-keys';
import { NOW } from '#wire';
import { commandGroups, pageGroup, relatedGroup } from './command-groups.ts';

const where = { namespace: 'demo', time: NOW };
const given = { available: new Set<string>(COMMANDS.map(({ id }) => id)), keymap: new Keymap(DEFAULT_KEYS) };
const textsOf = ({ rows }: { readonly rows: readonly { readonly text: string }[] }) =>
  rows.map(({ text }) => text);
const named = (typed: string) => [
  ...commandGroups(typed, given).flatMap(textsOf),
  ...textsOf(pageGroup(typed, where)),
];
const related = (typed: string) => textsOf(relatedGroup(typed, where, given));

describe('commands and pages', () => {
  it('are named apart from those that are found by another word', () => {
    expect(named('order')).not.toContain('Event model');
    expect(related('order')).toContain('Event model');
    expect(named('event mod')).toContain('Event model');
    expect(related('event mod')).not.toContain('Event model');
  });

  it('hold the page of sequences', () => {
    expect(textsOf(pageGroup('sequences', where))).toEqual(['Sequences']);
  });

  it.each([
    ['export', 'Export what is on screen'],
    ['download', 'Export what is on screen'],
    ['curl', 'Export what is on screen'],
    ['print', 'Print a report of what is on screen'],
    ['report', 'Print a report of what is on screen'],
    ['blame', 'Show or hide who set each field'],
  ])('answer to %s', (typed, text) => {
    expect([...named(typed), ...related(typed)][0]).toBe(text);
  });

  it('are related to nothing that was not typed', () => {
    expect(related('')).toEqual([]);
  });
});
