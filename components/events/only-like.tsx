'use client';

import { ListFilter } from 'lucide-react';
import type { ListedEvent } from '#client/replay/question';
import { visibleChanges } from '#client/visible-changes';
import { useWording } from '#client/wording/use-wording';
import { eventTitle } from '#client/wording/wording';
import { Button } from '#components/ui/button';
import { visibleString } from '#components/ui/visible-text';
import type { Change } from '#core';
import type { EventFilter } from '#wire';

/** From this event to those like it, with one press: the same type, the same actor, the same field. */
export function OnlyLike({
  event,
  changes,
  filter,
  onFilter,
}: {
  event: ListedEvent;
  changes: readonly Change[];
  filter: EventFilter;
  onFilter(filter: EventFilter): void;
}) {
  const wording = useWording();
  const { type } = event;
  const actor = event.actor ?? '';
  const fields = visibleChanges(changes);
  const [first] = fields;
  const isOnly = (names: readonly string[], name: string) => names.length === 1 && names[0] === name;
  return (
    <fieldset className="flex flex-wrap items-center gap-1 px-4 pb-3">
      <legend className="sr-only">Show only events like this one</legend>
      <ListFilter aria-hidden size={14} className="text-ink-3" />
      <span aria-hidden className="pl-1 text-ink-3 text-sm">
        Only this
      </span>
      <Button
        className="text-ink-2 text-sm"
        aria-pressed={isOnly(filter.types, type)}
        title={`Only ${visibleString(eventTitle(wording, type))}`}
        onClick={() => onFilter({ ...filter, types: isOnly(filter.types, type) ? [] : [type] })}
      >
        <span className="sr-only">Only this </span>type
      </Button>
      <Button
        className="text-ink-2 text-sm"
        aria-pressed={isOnly(filter.actors, actor)}
        title={actor === '' ? 'Only events without an actor' : `Only by ${visibleString(actor)}`}
        onClick={() => onFilter({ ...filter, actors: isOnly(filter.actors, actor) ? [] : [actor] })}
      >
        <span className="sr-only">Only this </span>actor
      </Button>
      {first === undefined || fields.length > 1 ? null : (
        <Button
          className="text-ink-2 text-sm"
          aria-pressed={filter.path === first.path}
          title={`Only events that changed ${visibleString(wording.nameOf(first.path))}`}
          onClick={() => onFilter({ ...filter, path: filter.path === first.path ? null : first.path })}
        >
          <span className="sr-only">Only this </span>field
        </Button>
      )}
    </fieldset>
  );
}
