import { useState } from 'react';
import { useOfferedNames } from '#client/search/use-offered-names';
import { writtenType } from './written-type.ts';

/** The types that may stand at the end of a sequence, and what the keys do with them: the arrows choose, Enter takes, Esc closes. */
export function useOfferedTypes(namespace: string, text: string, onText: (text: string) => void) {
  const [isOpen, setIsOpen] = useState(false);
  const [active, setActive] = useState<string | null>(null);
  const begun = isOpen ? (/(?:^|\s)([^\s()"]+)$/.exec(text)?.[1] ?? null) : null;
  const found = useOfferedNames(namespace, begun === null ? null : { of: 'type', starts: begun });
  // One that stands there already is not offered.
  const names = begun === null ? [] : found.names.filter((name) => writtenType(name) !== begun);
  const activeAt = active === null ? -1 : names.indexOf(active);
  const open = (isNowOpen: boolean) => {
    setIsOpen(isNowOpen);
    setActive(null);
  };
  const take = (name: string) => {
    onText(text.slice(0, text.length - (begun?.length ?? 0)) + writtenType(name));
    open(false);
  };
  const step = (by: 1 | -1) => {
    const from = activeAt < 0 && by < 0 ? 0 : activeAt;
    setActive(names[(from + by + names.length) % names.length] ?? null);
  };
  const hear = (key: string, isAtEnd: boolean): boolean => {
    if (names.length === 0) {
      if (key !== 'ArrowDown' || !isAtEnd) return false;
      open(true);
    } else if (key === 'ArrowDown') step(1);
    else if (key === 'ArrowUp') step(-1);
    else if (key === 'Escape') open(false);
    else if (key === 'Enter' && activeAt >= 0) take(names[activeAt] ?? '');
    else return false;
    return true;
  };
  return {
    names,
    active: activeAt < 0 ? null : active,
    setIsOpen: open,
    take,
    /** Whether the key was meant for them. */
    hear,
  };
}
