'use client';

import { useEffect, useRef, useState } from 'react';
import { changeViews, renamed, useSavedViews, withoutView, withView } from '#client/search/saved-views';
import { visibleString } from '#components/ui/visible-text';
import { ViewNameForm } from './saved-views-name.tsx';
import { SavedViewRow } from './saved-views-row.tsx';

/** The views that this browser keeps, and a place to name the one on screen. */
export function SavedViewsPanel({ search, onOpen }: { search: string; onOpen(search: string): void }) {
  const views = useSavedViews();
  const panel = useRef<HTMLElement>(null);
  const [said, setSaid] = useState('');
  useEffect(() => panel.current?.focus(), []);
  const isSaved = views.some((view) => view.search === search);
  return (
    <section
      ref={panel}
      tabIndex={-1}
      aria-label="Saved views"
      className="absolute top-8 right-0 z-50 flex max-h-[calc(100dvh-160px)] w-[380px] flex-col overflow-y-auto rounded-md border border-line-2 bg-surface shadow-pop outline-none max-sm:inset-x-2 max-sm:top-auto max-sm:mt-1 max-sm:w-auto"
    >
      {views.length === 0 ? (
        <p className="px-3 py-2 text-ink-2">No view has been saved in this browser yet.</p>
      ) : (
        <ul className="p-1">
          {views.map((view) => (
            <SavedViewRow
              key={view.name}
              view={view}
              views={views}
              isShown={view.search === search}
              onOpen={() => onOpen(view.search)}
              onRename={(name) => changeViews((before) => renamed(before, view.name, name))}
              onDelete={() => {
                changeViews((before) => withoutView(before, view.name));
                setSaid(`${visibleString(view.name)} is deleted.`);
              }}
              onLeft={() => panel.current?.focus()}
            />
          ))}
        </ul>
      )}
      <div className="flex flex-col gap-1 border-line border-t p-3">
        <p className="font-semibold">{isSaved ? 'Save this view under another name' : 'Save this view'}</p>
        <ViewNameForm
          label="Name of the view"
          action="Save"
          views={views}
          own={null}
          onName={(name) => {
            changeViews((before) => withView(before, { name, search }));
            setSaid(`${visibleString(name)} is saved.`);
          }}
        />
        <p role="status" className="text-ink-2 text-sm [overflow-wrap:anywhere] empty:hidden">
          {said}
        </p>
        <p className="text-ink-3 text-sm">
          Views are kept in this browser alone. Each is an address: copy its link to give it to others.
        </p>
      </div>
    </section>
  );
}
