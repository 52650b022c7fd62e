'use client';

import { Plus } from 'lucide-react';
import { useId, useState } from 'react';
import { type SequenceForm as Form, NEW_ROW, type StepRow } from '#client/sequences/step-rows';
import { useShownZone } from '#client/zone';
import { Button } from '#components/ui/button';
import type { Problem, QueryProblem } from '#core';
import { appTimeParams, type SequenceView } from '#wire';
import { SequenceTextField } from './sequence-text-field.tsx';
import { SequenceTrouble } from './sequence-trouble.tsx';
import { StepRowFields } from './step-row-fields.tsx';
import { useSequenceDraft } from './use-sequence-draft.ts';

/** A sequence as a line of text and as rows that write it. A plain form: its answer is an address, and its line works before any script has run. */
export function SequenceForm({
  view,
  refusal,
}: {
  view: SequenceView;
  /** Why the server did not answer; null: it did, or nothing was asked. */
  refusal: Problem | QueryProblem | null;
}) {
  const id = useId();
  const zone = useShownZone(view.time.zone);
  const draft = useSequenceDraft(view.text, zone);
  const problem = draft.problem ?? (draft.text === view.text ? refusal : null);
  return (
    <form action="/sequences" method="get" className="flex flex-col gap-3 print:hidden">
      {view.namespace === 'main' ? null : <input type="hidden" name="ns" value={view.namespace} />}
      {Object.entries(appTimeParams(view.time)).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SequenceTextField
        namespace={view.namespace}
        text={draft.text}
        describedBy={problem === null ? undefined : `${id}-trouble`}
        onText={draft.write}
      />
      {problem === null ? null : (
        <SequenceTrouble id={`${id}-trouble`} text={draft.text} problem={problem} onTake={draft.write} />
      )}
      {draft.isFormBehind && !draft.isFormNew ? (
        <p className="text-ink-3 text-sm">The steps below are those of the last text that could be read.</p>
      ) : null}
      <StepRows namespace={view.namespace} form={draft.form} onForm={draft.fill} />
    </form>
  );
}

function StepRows({ namespace, form, onForm }: { namespace: string; form: Form; onForm(form: Form): void }) {
  const [keys, setKeys] = useState<readonly number[]>(() => form.rows.map((_, nth) => nth));
  // Rows that came with the text go by their places.
  const keyOf = (nth: number) => keys[nth] ?? -1 - nth;
  const setRows = (rows: readonly StepRow[], order: readonly number[]) => {
    setKeys(order);
    onForm({ ...form, rows: rows.map((row, nth) => (nth === 0 ? { ...row, isAbsence: false } : row)) });
  };
  const order = form.rows.map((_, nth) => keyOf(nth));
  return (
    <fieldset className="min-w-0">
      <legend className="sr-only">The same, step by step</legend>
      <ol aria-label="Steps" className="border-line border-y">
        {form.rows.map((row, nth) => (
          <StepRowFields
            key={keyOf(nth)}
            {...{ namespace, row }}
            place={nth + 1}
            count={form.rows.length}
            onRow={(next) => setRows(form.rows.with(nth, next), order)}
            onMove={(by) => setRows(swapped(form.rows, nth, by), swapped(order, nth, by))}
            onRemove={() => setRows(form.rows.toSpliced(nth, 1), order.toSpliced(nth, 1))}
          />
        ))}
      </ol>
      <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2 text-ink-2">
        <Button
          look="outlined"
          onClick={() => setRows([...form.rows, NEW_ROW], [...order, Math.max(0, ...order) + 1])}
        >
          <Plus aria-hidden size={14} />
          Add a step
        </Button>
        <Choice
          label="By"
          value={form.by}
          options={BYS}
          onValue={(value) => onForm({ ...form, by: value })}
        />
        <Choice
          label="On"
          value={form.on}
          options={CLOCKS}
          onValue={(value) => onForm({ ...form, on: value })}
        />
        <label className="flex min-w-56 flex-1 items-center gap-2">
          Where
          <input
            aria-label="Query that every event meets"
            value={form.where}
            onChange={({ target }) => onForm({ ...form, where: target.value })}
            placeholder="recorded:2026-03 -actor:nightly-job"
            autoComplete="off"
            spellCheck={false}
            className="h-8 min-w-0 flex-1 rounded-md border border-line-2 bg-surface px-2 font-mono text-base text-ink placeholder:text-ink-3 pointer-coarse:text-lg"
          />
        </label>
      </div>
    </fieldset>
  );
}

function swapped<T>(all: readonly T[], nth: number, by: 1 | -1): readonly T[] {
  const [one, other] = [all[nth], all[nth + by]];
  return one === undefined || other === undefined ? all : all.with(nth, other).with(nth + by, one);
}

const BYS = [
  ['entity', 'entity'],
  ['actor', 'actor'],
  ['correlation', 'conversation'],
] as const;

const CLOCKS = [
  ['recorded', 'recorded, as we knew it'],
  ['occurred', 'occurred, as it happened'],
] as const;

function Choice<T extends string>({
  label,
  value,
  options,
  onValue,
}: {
  label: string;
  value: T;
  options: readonly (readonly [T, string])[];
  onValue(value: T): void;
}) {
  return (
    <label className="flex items-center gap-2">
      {label}
      <select
        value={value}
        onChange={({ target }) => {
          const chosen = options.find(([one]) => one === target.value);
          if (chosen !== undefined) onValue(chosen[0]);
        }}
        className="h-8 rounded-md border border-line-2 bg-surface px-2 text-base text-ink"
      >
        {options.map(([one, words]) => (
          <option key={one} value={one}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
