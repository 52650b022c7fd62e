'use client';

import { useEffect, useId, useMemo, useState } from 'react';
import { fieldChoices, optionsHolding, readField } from '#client/field-choices';
import type { EventLabels } from '#client/replay/question';
import { useWording } from '#client/wording/use-wording';
import { Completion } from '#components/ui/completion';
import { VisibleText } from '#components/ui/visible-text';

/** Which field has to have changed: chosen among those of the entity, or written as a path, with points, or by its name. */
export function FilterPath({
  labels,
  value,
  onApply,
}: {
  /** null: not read yet. */
  labels: EventLabels | null;
  value: string | null;
  onApply(path: string | null): void;
}) {
  const id = useId();
  const wording = useWording();
  const choices = useMemo(() => fieldChoices(labels?.paths ?? [], wording), [labels, wording]);
  const written = value === null ? '' : (choices.find(({ path }) => path === value)?.name ?? value);
  const [typed, setTyped] = useState(written);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    setTyped(written);
    setProblem(null);
  }, [written]);
  const apply = (path: string | null) => {
    setProblem(null);
    if (path !== value) onApply(path);
    else setTyped(written);
  };
  const take = (text: string) => {
    if (text === written) return;
    if (text.trim() === '') return apply(null);
    const read = readField(text, choices, labels !== null && labels.allPaths === labels.paths.length);
    if (read.ok) apply(read.value);
    else setProblem(read.error.message);
  };
  return (
    <div className="flex flex-col gap-1">
      <p id={`${id}-label`} className="font-semibold">
        Changed field
      </p>
      <Completion
        label="Changed field"
        labelledBy={`${id}-label`}
        describedBy={`${id}-hint`}
        placeholder={wording.face === 'developer' ? '/customer/address' : 'Choose or write a field'}
        typed={typed}
        invalid={problem !== null}
        optionsFor={(text) => optionsHolding(choices, text === written ? '' : text)}
        onType={(text) => {
          setTyped(text);
          setProblem(null);
        }}
        onTake={take}
        onLeave={take}
        onChoose={apply}
      />
      <p
        id={`${id}-hint`}
        role={problem === null ? undefined : 'alert'}
        className={`text-sm [overflow-wrap:anywhere] ${problem === null ? 'text-ink-3' : 'text-rem'}`}
      >
        {problem === null ? 'The field or one below it' : <VisibleText text={problem} />}
      </p>
    </div>
  );
}
