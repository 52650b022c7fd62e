'use client';

import { useState } from 'react';
import type { Choice } from '#client/search/choice';
import { choicesAt, namesAskedFor } from '#client/search/choices';
import type { QueryAbout } from '#client/search/qualifier-words';
import { clockIn } from '#client/search/query-clock';
import { useOfferedNames } from '#client/search/use-offered-names';
import { completed, completionAt } from '#core';
import type { Written } from './query-bar-field.tsx';

export interface OpenChoices {
  readonly isOpen: boolean;
  readonly choices: readonly Choice[];
  readonly active: Choice | null;
  /** What Tab takes: the active one, or the first where something is written of it. */
  readonly first: Choice | null;
  /** How many there are, as a sentence. */
  readonly status: string;
  /** Why names cannot be offered; null: they can. */
  readonly problem: string | null;
  open(): void;
  close(): void;
  step(by: 1 | -1): void;
  take(choice: Choice): void;
}

/** What can be chosen where the caret stands, while somebody wants it. */
export function useQueryChoices(
  namespace: string,
  zone: string,
  written: Written,
  onWrite: (written: Written) => void,
  about: QueryAbout = 'events',
): OpenChoices {
  const [isOpen, setIsOpen] = useState(false);
  const [value, setValue] = useState<string | null>(null);
  const completion = completionAt(written.text, written.caret);
  const { kind, typed } = completion;
  const names = useOfferedNames(namespace, isOpen ? namesAskedFor(completion) : null);
  const all = isOpen ? choicesAt(completion, names.names, clockIn(zone), about) : [];
  // What is written in full needs no help.
  const isWritten = kind !== 'qualifier' && all.length === 1 && all[0]?.value === typed;
  const choices = isWritten ? [] : all;
  const active = choices.find((choice) => choice.value === value) ?? null;
  const close = () => {
    setIsOpen(false);
    setValue(null);
  };
  return {
    isOpen,
    choices,
    active,
    first: active ?? (typed === '' ? null : (choices[0] ?? null)),
    status: isOpen ? statusOf(choices.length, names) : '',
    problem: names.problem,
    open: () => setIsOpen(true),
    close,
    step(by) {
      setIsOpen(true);
      const from = active === null ? (by === 1 ? -1 : 0) : choices.indexOf(active);
      setValue(choices[(from + by + choices.length) % Math.max(1, choices.length)]?.value ?? null);
    },
    take(choice) {
      onWrite(completed(written.text, completion, choice.value));
      setValue(null);
      // Behind a qualifier comes what it is asked for.
      setIsOpen(kind === 'qualifier');
    },
  };
}

function statusOf(
  choices: number,
  { isLooking, isMore, problem }: { isLooking: boolean; isMore: boolean; problem: string | null },
): string {
  if (problem !== null) return `${problem} Write the name in full.`;
  if (choices === 0) return isLooking ? 'Looking…' : '';
  if (isMore) return `The first ${choices} of more: write on.`;
  return choices === 1 ? '1 choice.' : `${choices} choices.`;
}
