import { type FocusEvent, type KeyboardEvent, useRef } from 'react';

/** A disclosure that Escape and leaving it close. Spread `closing` on it. */
export function useDetails() {
  const details = useRef<HTMLDetailsElement>(null);
  const close = () => details.current?.removeAttribute('open');
  const focusTitle = () => details.current?.querySelector('summary')?.focus();
  const closing = {
    onKeyDown: ({ key }: KeyboardEvent) => {
      if (key !== 'Escape') return;
      close();
      focusTitle();
    },
    onBlur: ({ currentTarget, relatedTarget }: FocusEvent) => {
      if (!currentTarget.contains(relatedTarget)) close();
    },
  };
  return { details, close, focusTitle, closing };
}
