'use client';

import { useMemo, useState } from 'react';
import { fieldChoices, optionsHolding, readField } from '#client/field-choices';
import type { Scene } from '#client/replay/question';
import { useWording } from '#client/wording/use-wording';
import { Completion } from '#components/ui/completion';
import { EmptyState } from '#components/ui/empty-state';
import { VisibleText } from '#components/ui/visible-text';

/** Where no field is followed: those of the state to choose from. Others can be written, as they were at another moment. */
export function FieldChooser({ scene, onChoose }: { scene: Scene; onChoose(path: string): void }) {
  const wording = useWording();
  const { leaves } = scene;
  const choices = useMemo(
    () =>
      fieldChoices(
        leaves.map(({ path }) => path),
        wording,
      ),
    [leaves, wording],
  );
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const take = (text: string) => {
    if (text.trim() === '') return;
    const read = readField(text, choices, false);
    if (read.ok) onChoose(read.value);
    else setProblem(read.error.message);
  };
  if (leaves.length === 0) {
    return (
      <div className="flex-1">
        <EmptyState title="There is no field at this moment">
          <p>Go to a moment at which the entity exists; its fields can then be chosen here.</p>
        </EmptyState>
      </div>
    );
  }
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-2 overflow-y-auto px-3 py-3">
      <p className="text-ink-2">
        Choose a field to see every value that it had, and who set each. These are the fields of the state at
        this moment; one that it does not have can be written as a path, such as /customer/address.
      </p>
      <Completion
        label="Field to show"
        placeholder="Find a field"
        typed={typed}
        invalid={problem !== null}
        isAlwaysOpen
        optionsFor={(text) => optionsHolding(choices, text)}
        onType={(text) => {
          setTyped(text);
          setProblem(null);
        }}
        onTake={take}
        onChoose={onChoose}
      />
      {problem === null ? null : (
        <p role="alert" className="text-rem text-sm [overflow-wrap:anywhere]">
          <VisibleText text={problem} />
        </p>
      )}
    </div>
  );
}
