'use client';

import { Link2, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { SavedView } from '#client/search/saved-views';
import { IconButton } from '#components/ui/button';
import { copyText } from '#components/ui/copy-button';
import { VisibleText, visibleString } from '#components/ui/visible-text';
import { ViewNameForm } from './saved-views-name.tsx';

/** A saved view: its name opens it, and beside it stand its three buttons. */
export function SavedViewRow({
  view,
  views,
  isShown,
  onOpen,
  onRename,
  onDelete,
  onLeft,
}: {
  view: SavedView;
  views: readonly SavedView[];
  /** It is what is on screen. */
  isShown: boolean;
  onOpen(): void;
  onRename(name: string): void;
  onDelete(): void;
  /** What had the focus is gone. */
  onLeft(): void;
}) {
  const [isRenaming, setIsRenaming] = useState(false);
  const [said, setSaid] = useState('');
  const name = visibleString(view.name);
  const href = view.search === '' ? window.location.pathname : `?${view.search}`;
  const copy = async () =>
    setSaid((await copyText(new URL(href, window.location.href).href)) ? 'Copied' : 'Not copied');
  if (isRenaming)
    return (
      <li
        className="flex px-1 py-1"
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          setIsRenaming(false);
          onLeft();
        }}
      >
        <ViewNameForm
          label={`New name of ${name}`}
          action="Rename"
          views={views}
          own={view.name}
          onName={(next) => {
            setIsRenaming(false);
            onRename(next);
            onLeft();
          }}
        />
      </li>
    );
  return (
    <li className="flex items-center gap-1">
      <a
        href={href}
        aria-current={isShown ? 'page' : undefined}
        onClick={(event) => {
          // With a key held the browser opens it elsewhere.
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          onOpen();
        }}
        title={name}
        className="flex min-h-7 min-w-0 flex-1 items-center gap-2 rounded-sm px-2 outline-offset-[-2px] hover:bg-sunken"
      >
        <span className="min-w-0 truncate">
          <VisibleText text={view.name} />
        </span>
        {isShown ? <span className="shrink-0 text-ink-3 text-sm">on screen</span> : null}
      </a>
      <span role="status" className="text-ink-2 text-sm">
        {said}
      </span>
      <IconButton label={`Copy the link of ${name}`} onClick={copy}>
        <Link2 aria-hidden size={14} />
      </IconButton>
      <IconButton label={`Rename ${name}`} onClick={() => setIsRenaming(true)}>
        <Pencil aria-hidden size={14} />
      </IconButton>
      <IconButton
        label={`Delete ${name}`}
        onClick={() => {
          onDelete();
          onLeft();
        }}
      >
        <Trash2 aria-hidden size={14} />
      </IconButton>
    </li>
  );
}
