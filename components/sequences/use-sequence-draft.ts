import { useMemo, useState } from 'react';
import { clockIn } from '#client/search/query-clock';
import { formOf, formText, NEW_FORM, type SequenceForm } from '#client/sequences/step-rows';
import { parseSequence, type QueryProblem } from '#core';

export interface SequenceDraft {
  readonly text: string;
  /** What the text says, or the last one that could be read. */
  readonly form: SequenceForm;
  /** Why the text cannot be read; null: it can, or nothing is written. */
  readonly problem: QueryProblem | null;
  /** The text cannot be read, and the form still says what it said before. */
  readonly isFormBehind: boolean;
  /** The form says nothing yet: no text could be read before. */
  readonly isFormNew: boolean;
  write(text: string): void;
  fill(form: SequenceForm): void;
}

/** One sequence, as a text and as a form: whichever is written, the other says the same. */
export function useSequenceDraft(sent: string, zone: string): SequenceDraft {
  const read = (text: string) => parseSequence(text, clockIn(zone));
  const [text, setText] = useState(sent);
  const [form, setForm] = useState<SequenceForm>(() => {
    const first = read(sent);
    return first.ok ? formOf(first.value.sequence) : NEW_FORM;
  });
  const problem = useMemo(() => {
    const now = parseSequence(text, clockIn(zone));
    return now.ok || text.trim() === '' ? null : now.error;
  }, [text, zone]);
  return {
    text,
    form,
    problem,
    isFormNew: form === NEW_FORM,
    isFormBehind: problem !== null && formText(form) !== text,
    write(next) {
      setText(next);
      const now = read(next);
      if (now.ok) setForm(formOf(now.value.sequence));
    },
    fill(next) {
      setForm(next);
      setText(formText(next));
    },
  };
}
