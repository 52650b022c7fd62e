'use client';
import type { Ref } from 'react';
import styles from './transport.module.css';

interface GoToFieldProps {
  readonly ref: Ref<HTMLInputElement>;
  readonly problem: string | null;
  /** Id of the element that tells the problem. */
  readonly problemId: string;
  /** Says whether it went there. */
  onGoTo(text: string): Promise<boolean>;
  /** Nothing is written any more that could be mended. */
  onCleared(): void;
}

/**
 * Takes what the page understands as a moment; what it does not, it answers with a problem. Only what was refused stays in the field, to
 * be mended: a moment gone to would soon stand beside another one.
 */
export function GoToField({ ref, problem, problemId, onGoTo, onCleared }: GoToFieldProps) {
  return (
    <form
      className={styles.goTo}
      onSubmit={(event) => {
        event.preventDefault();
        const form = event.currentTarget;
        const text = new FormData(form).get('moment');
        if (typeof text !== 'string' || text.trim() === '') return;
        onGoTo(text.trim()).then((went) => went && form.reset());
      }}
    >
      <input
        ref={ref}
        name="moment"
        className={styles.field}
        aria-label="Go to"
        aria-invalid={problem !== null}
        onChange={({ target }) => problem !== null && target.value.trim() === '' && onCleared()}
        aria-describedby={problem === null ? undefined : problemId}
        placeholder="Go to 812, yesterday, 2h ago"
        title="Go to a version (812), a day or a time (2026-03-14 12:00), 2h ago, yesterday, now, a position of the log (@81204) or the id of an event (G)"
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="go"
      />
    </form>
  );
}
