'use client';

import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from './button.tsx';

type Outcome = 'idle' | 'copied' | 'refused';

/** Copies a text; says so in its own place for a moment. `text` may be worked out only when it is asked for. */
export function CopyButton({
  text,
  children,
  title,
  className = '',
  disabled = false,
}: {
  text: string | (() => string);
  children: string;
  title?: string;
  className?: string;
  /** There is nothing to copy yet. */
  disabled?: boolean;
}) {
  const [outcome, setOutcome] = useState<Outcome>('idle');
  useEffect(() => {
    if (outcome === 'idle') return;
    const timer = setTimeout(() => setOutcome('idle'), 1600);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = async () =>
    setOutcome((await copyText(typeof text === 'string' ? text : text())) ? 'copied' : 'refused');
  return (
    <Button
      onClick={copy}
      disabled={disabled}
      className={`relative ${className}`}
      {...(title === undefined ? {} : { title })}
    >
      {outcome === 'copied' ? <Check aria-hidden size={14} /> : <Copy aria-hidden size={14} />}
      {/* The longest of the three keeps the width, so nothing beside it jumps. */}
      <span className="grid justify-items-start">
        <span className={`col-start-1 row-start-1 ${outcome === 'idle' ? '' : 'invisible'}`}>{children}</span>
        <span aria-live="polite" className="col-start-1 row-start-1">
          {outcome === 'copied' ? 'Copied' : outcome === 'refused' ? 'Failed' : ''}
        </span>
      </span>
    </Button>
  );
}

/** Whether it could be: `navigator.clipboard` is missing on plain-http origins other than loopback. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
