'use client';
import type { Ref } from 'react';
import styles from './transport.module.css';

interface GoToFieldProps {
  readonly ref: Ref<HTMLInputElement>;
  readonly problem: string | null;
  /** Id of the element that tells the problem. */
  readonly problemId: string;
  onGoTo(text: string): void;
}

/** Takes what the page understands as a moment; what it does not, it answers with a problem. */
export function GoToField({ ref, problem, problemId, onGoTo }: GoToFieldProps) {
  return (
    <form
      className={styles.goTo}
      onSubmit={(event) => {
        event.preventDefault();
        const text = new FormData(event.currentTarget).get('moment');
        if (typeof text === 'string' && text.trim() !== '') onGoTo(text.trim());
      }}
    >
      <input
        ref={ref}
        name="moment"
        className={styles.field}
        aria-label="Go to"
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : problemId}
        placeholder="Go to 812 or 2026-03-03T14:02Z"
        title="Go to an event or an instant (G)"
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="go"
      />
    </form>
  );
}
