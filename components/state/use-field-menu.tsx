'use client';

import dynamic from 'next/dynamic';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { copyText } from '#components/ui/copy-button';
import type { FieldMenuActions } from './field-menu.tsx';

// Read when it is opened: most who look at a state do nothing with a field.
const FieldMenu = dynamic(() => import('./field-menu.tsx').then((loaded) => loaded.FieldMenu));

interface FieldMenuParts extends FieldMenuActions {
  /** The focus goes back to where the menu was called from. */
  onDone(): void;
}

export interface OpenedMenu {
  readonly menu: ReactNode;
  open(path: string, at: { readonly x: number; readonly y: number }): void;
  /** What was last copied, or why it was not; empty after a while. */
  readonly said: string;
}

/** All that can be done with one field, in a menu. */
export function useFieldMenu(parts: FieldMenuParts): OpenedMenu {
  const [shown, setShown] = useState<{ path: string; at: { x: number; y: number } } | null>(null);
  const [said, setSaid] = useState('');
  const open = useCallback((path: string, at: { x: number; y: number }) => setShown({ path, at }), []);
  const { onDone } = parts;
  const close = useCallback(
    (isDone: boolean) => {
      setShown(null);
      if (isDone) onDone();
    },
    [onDone],
  );
  useEffect(() => {
    if (said === '') return;
    const timer = setTimeout(() => setSaid(''), SAID_MS);
    return () => clearTimeout(timer);
  }, [said]);
  const copy = async (what: string, text: string) =>
    setSaid((await copyText(text)) ? `${what} copied` : `${what} could not be copied`);
  const menu =
    shown === null ? null : (
      <FieldMenu {...parts} path={shown.path} at={shown.at} onCopy={copy} onClose={close} />
    );
  return { menu, open, said };
}

const SAID_MS = 2_400;
