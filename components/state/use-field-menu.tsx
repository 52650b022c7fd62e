'use client';

import dynamic from 'next/dynamic';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import type { Scene } from '#client/replay/question';
import { useWording } from '#client/wording/use-wording';
import { copyText } from '#components/ui/copy-button';
import type { MenuItem } from '#components/ui/menu';
import { VisibleText, visibleString } from '#components/ui/visible-text';
import { fieldAt, jsonAt } from './field-at.ts';

const Menu = dynamic(() => import('#components/ui/menu').then((loaded) => loaded.Menu));

interface FieldMenuParts {
  readonly scene: Scene;
  onGo(ordinal: number): void;
  onFollow(path: string): void;
  onHistory(path: string): void;
  /** Narrows the events to those that changed the field. */
  onOnlyChanges(path: string): void;
  /** The focus goes back to where the menu was called from. */
  onDone(): void;
}

export interface FieldMenu {
  readonly menu: ReactNode;
  open(path: string, at: { readonly x: number; readonly y: number }): void;
  /** What was last copied, or why it was not; empty after a while. */
  readonly said: string;
}

/** All that can be done with one field, in a menu. */
export function useFieldMenu(parts: FieldMenuParts): FieldMenu {
  const [shown, setShown] = useState<{ path: string; at: { x: number; y: number } } | null>(null);
  const { nameOf } = useWording();
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
      <Menu
        label={`Field ${visibleString(nameOf(shown.path))}`}
        at={shown.at}
        head={<VisibleText text={nameOf(shown.path)} />}
        items={itemsOf(shown.path, parts, copy)}
        onClose={close}
      />
    );
  return { menu, open, said };
}

const SAID_MS = 2_400;

function itemsOf(
  path: string,
  { scene, onGo, onFollow, onHistory, onOnlyChanges }: FieldMenuParts,
  copy: (what: string, text: string) => void,
): readonly MenuItem[] {
  const { ordinal: setter, below, text } = fieldAt(scene.leaves, path);
  const isThere = setter !== null || below > 0;
  return [
    { text: 'Follow this field', keys: 'F', onChoose: () => onFollow(path) },
    { text: 'All its values', onChoose: () => onHistory(path) },
    { text: 'Only events that changed it', onChoose: () => onOnlyChanges(path) },
    {
      text: 'Go to the event that set it',
      keys: 'Enter',
      disabled: setter === null || text === null,
      onChoose: () => setter !== null && onGo(setter),
    },
    {
      text: 'State before this change',
      keys: 'Shift+Enter',
      disabled: setter === null || text === null,
      onChoose: () => setter !== null && onGo(setter - 1),
    },
    { text: 'Copy path', onChoose: () => copy('Path', path) },
    {
      text: below > 0 ? 'Copy all below it as JSON' : 'Copy value as JSON',
      disabled: !isThere,
      onChoose: () => copy('Value', jsonAt(scene.leaves, path)),
    },
  ];
}
