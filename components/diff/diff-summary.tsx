'use client';

import { useMemo } from 'react';
import { fieldsComeBack } from '#client/between-moments';
import { asTimeWent, type DiffWord, diffSentences } from '#client/diff-words';
import { gapText } from '#client/instant-text';
import { countText, instantOf, versionText } from '#client/playhead-words';
import type { Replay } from '#client/replay/replay';
import { useAnswer } from '#client/replay/use-answer';
import { useEvents } from '#client/replay/use-events';
import { countChanges, countsInWords } from '#client/visible-changes';
import { useWording } from '#client/wording/use-wording';
import { Disclosure } from '#components/ui/disclosure';
import { VisibleText } from '#components/ui/visible-text';
import type { DiffTree } from './diff-tree.ts';

/** The diff for people who do not read JSON: how far the moments are apart, how much differs, and what. */
export function DiffSummary({
  replay,
  a,
  b,
  tree,
  isThere,
  onGo,
}: {
  replay: Replay;
  a: number;
  b: number;
  tree: DiffTree;
  /** Otherwise the diff of other moments is still on screen. */
  isThere: boolean;
  onGo(ordinal: number): void;
}) {
  const { nameOf } = useWording();
  const counts = countsInWords(countChanges(tree.shown));
  const left = tree.hidden.length;
  const returned = useReturned(replay, a, b, tree, isThere);
  return (
    <Disclosure
      className="flex-none border-line border-b px-3 py-1"
      summaryClassName="min-h-6 text-ink-2"
      summary={
        <>
          <Apart replay={replay} a={a} b={b} />{' '}
          <strong className="font-medium text-ink" data-testid="diff-summary">
            {isThere ? counts : 'comparing…'}
          </strong>
          {isThere && left > 0 ? `, ${countText(left)} hidden by rules` : ''}
          {returned.length === 0
            ? ''
            : `; ${returned.length === 1 ? nameOf(returned[0] ?? '') : `${countText(returned.length)} more`} changed and came back`}
          .
        </>
      }
    >
      {a > b ? (
        <p className="pt-1 pl-5 text-ink-3">Told as time went, from {momentWords(replay, b)} on:</p>
      ) : null}
      <Sentences replay={replay} tree={tree} isBackwards={a > b} onGo={onGo} />
      {returned.length < 2 ? null : (
        <p className="pb-1 pl-5 text-ink-2 [overflow-wrap:anywhere]">
          Changed and came back: <VisibleText text={returned.map(nameOf).join(', ')} />.
        </p>
      )}
    </Disclosure>
  );
}

/** So far apart, looking at each event between them would keep others waiting. */
const FARTHEST = 2_000;

/** Fields that are the same at both ends and yet were something else on the way: a limit that was raised and put back. */
function useReturned(
  replay: Replay,
  a: number,
  b: number,
  tree: DiffTree,
  isThere: boolean,
): readonly string[] {
  const isNear = isThere && a !== b && Math.abs(a - b) <= FARTHEST;
  const { answer, waiting } = useAnswer(replay, isNear ? { what: 'between', from: a, to: b } : null);
  return useMemo(() => {
    if (!isNear || waiting || answer === null) return [];
    return fieldsComeBack(
      answer.fields,
      [...tree.shown, ...tree.hidden].map(({ path }) => path),
    );
  }, [isNear, waiting, answer, tree]);
}

/** `Between event 790 and event 812 lie 22 events by 3 actors, over 2 d 3 h:`, or `Back from event 812 to event 790, past …` */
function Apart({ replay, a, b }: { replay: Replay; a: number; b: number }) {
  const asked = useAnswer(replay, { what: 'actors', from: a, to: b });
  const peek = useEvents(replay, [a, b]);
  if (a === b) return `A and B are both ${momentWords(replay, a)}:`;
  const [from, to] = [momentWords(replay, a), momentWords(replay, b)];
  const events = Math.abs(a - b);
  const actors = asked.waiting ? null : (asked.answer?.actors ?? null);
  const [one, other] = [peek(Math.min(a, b)), peek(Math.max(a, b))];
  const span =
    one === null || other === null
      ? null
      : gapText(instantOf(one, replay.axis), instantOf(other, replay.axis));
  return [
    a > b
      ? `Back from ${from} to ${to}, past ${countText(events)} ${events === 1 ? 'event' : 'events'}`
      : `Between ${from} and ${to} ${events === 1 ? 'lies 1 event' : `lie ${countText(events)} events`}`,
    actors === null || actors.length === 0
      ? ''
      : ` by ${actors.length === 1 ? '1 actor' : `${countText(actors.length)} actors`}`,
    span === null || span === '±0' ? '' : `, over ${span.slice(1)}`,
    ':',
  ].join('');
}

const momentWords = (replay: Replay, ordinal: number): string =>
  ordinal === 0 ? 'the beginning' : `event ${versionText(replay, ordinal)}`;

function Sentences({
  replay,
  tree,
  isBackwards,
  onGo,
}: {
  replay: Replay;
  tree: DiffTree;
  isBackwards: boolean;
  onGo(ordinal: number): void;
}) {
  const wording = useWording();
  const { sentences, rest } = useMemo(
    () => diffSentences(asTimeWent(tree.shown, isBackwards), wording),
    [tree, isBackwards, wording],
  );
  const peek = useEvents(
    replay,
    sentences.map(({ ordinal }) => ordinal),
  );
  return (
    <ul className="max-h-40 overflow-y-auto py-1 pl-5 text-ink-2">
      {sentences.map(({ ordinal, words }) => {
        const event = peek(ordinal);
        return (
          <li key={ordinal} className="py-0.5 [overflow-wrap:anywhere]">
            <Words words={words} />{' '}
            <button
              type="button"
              onClick={() => onGo(ordinal)}
              className="inline-flex min-h-6 items-center text-ink-3 underline decoration-line-2 underline-offset-2 hover:text-ink"
            >
              event {versionText(replay, ordinal)}
            </button>
            {event === null || event.actor === null ? null : (
              <span className="text-ink-3">
                {' '}
                by <VisibleText text={event.actor} />
              </span>
            )}
          </li>
        );
      })}
      {rest > 0 ? <li className="py-0.5">and {countText(rest)} more, all of them below.</li> : null}
      {sentences.length === 0 ? <li>Nothing that is shown differs.</li> : null}
    </ul>
  );
}

function Words({ words }: { words: readonly DiffWord[] }) {
  let offset = 0;
  return words.map((word) => {
    const key = offset;
    offset += word.text.length;
    return <Word key={key} word={word} />;
  });
}

function Word({ word: { kind, text } }: { word: DiffWord }) {
  const shown = <VisibleText text={text} />;
  if (kind === 'field') return <strong className="font-medium text-ink">{shown}</strong>;
  if (kind === 'before') return <del>{shown}</del>;
  return kind === 'after' ? <ins>{shown}</ins> : shown;
}
