'use client';

import { useState } from 'react';
import { hiddenWords } from '#client/playhead-matching';
import { countText } from '#client/playhead-words';
import type { EventLabels, Progress } from '#client/replay/question';
import type { Replay } from '#client/replay/replay';
import { useAnswer } from '#client/replay/use-answer';
import type { Matched } from '#client/replay/use-matching';
import { useWording } from '#client/wording/use-wording';
import { Button } from '#components/ui/button';
import { ProgressBar } from '#components/ui/progress-bar';
import { TypeMark } from '#components/ui/type-mark';
import { type EventFilter, isFiltering, NO_FILTER } from '#wire';
import { FilterChoices } from './filter-choices.tsx';
import { FilterField } from './filter-field.tsx';
import { FilterPath } from './filter-path.tsx';
import { NO_ACTOR, toggled } from './filter-words.ts';

/** By type, by actor, by what was changed, by a text: each choice counts at once. */
export function FilterPanel({
  replay,
  filter,
  matched,
  onFilter,
  onDone,
}: {
  replay: Replay;
  filter: EventFilter;
  matched: Matched;
  onFilter(filter: EventFilter): void;
  onDone(): void;
}) {
  const { eventOf } = useWording();
  const [progress, setProgress] = useState<Progress | null>(null);
  const { answer: labels, problem } = useAnswer(replay, { what: 'labels' }, setProgress);
  const types = replay.typeCounts.map(({ name, events }) => ({
    name,
    shown: eventOf(name),
    exact: name,
    events,
    mark: <TypeMark slot={replay.slotOf(name)} />,
  }));
  return (
    <div className="flex flex-col gap-4 p-4">
      <FilterChoices
        legend="Type"
        choices={types}
        chosen={filter.types}
        onToggle={(name) => onFilter({ ...filter, types: toggled(filter.types, name) })}
      />
      {labels === null ? (
        <Reading progress={progress} problem={problem} />
      ) : (
        <FilterChoices
          legend="Actor"
          choices={labels.actors.map(({ name, events }) => ({
            name,
            events,
            shown: name === '' ? NO_ACTOR : name,
          }))}
          chosen={filter.actors}
          onToggle={(name) => onFilter({ ...filter, actors: toggled(filter.actors, name) })}
        />
      )}
      <FilterPath {...{ labels }} value={filter.path} onApply={(path) => onFilter({ ...filter, path })} />
      {labels === null || labels.allPaths === labels.paths.length ? null : <ManyPaths labels={labels} />}
      <FilterField
        label="Text"
        hint="In payload, type or metadata, as written there"
        placeholder="late delivery"
        value={filter.text}
        onApply={(text) => onFilter({ ...filter, text })}
      />
      <div className="sticky bottom-0 -mx-4 -mb-4 flex items-center gap-2 border-line border-t bg-surface px-4 py-2">
        <p className="min-w-0 flex-1 text-ink-2 text-sm">
          {matched.matching === null ? `${countText(replay.length)} events` : hiddenWords(matched.matching)}
        </p>
        <Button disabled={!isFiltering(filter)} onClick={() => onFilter(NO_FILTER)}>
          Clear all
        </Button>
        <Button look="outlined" onClick={onDone}>
          Done
        </Button>
      </div>
    </div>
  );
}

function Reading({ progress, problem }: { progress: Progress | null; problem: string | null }) {
  return (
    <div className="flex flex-col gap-1">
      <p className="font-semibold">Actor</p>
      <p className="text-ink-2 text-sm">{problem ?? 'Counting who acts here…'}</p>
      <ProgressBar
        label="Counting actors"
        done={progress?.done ?? 0}
        of={progress?.of ?? 1}
        text={`${progress?.done ?? 0} of ${progress?.of ?? 1} parts`}
      />
    </div>
  );
}

function ManyPaths({ labels: { paths, allPaths } }: { labels: EventLabels }) {
  return (
    <p className="-mt-3 text-ink-3 text-sm">
      {countText(paths.length)} of {countText(allPaths)} fields are offered; any can be written.
    </p>
  );
}
