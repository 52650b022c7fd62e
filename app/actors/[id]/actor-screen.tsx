'use client';

import { useActorHours } from '#client/use-actor-hours';
import { type LabelsByType, useWordings } from '#client/wording/use-wordings';
import { ActorEvents } from '#components/actors/actor-events';
import { ActorEntities, ActorFields, ActorTypes } from '#components/actors/actor-facets';
import { ActorHistogram } from '#components/actors/actor-histogram';
import { HoursTable } from '#components/actors/hours-table';
import { WithLabels } from '#components/ui/names';
import type { ActorAnswer, ActorView, FoundPageAnswer } from '#wire';

/** When the actor was at work, on what, and each thing that it did. */
export function ActorScreen({
  view,
  answer,
  page,
  labels,
}: {
  view: ActorView;
  answer: ActorAnswer;
  page: Pick<FoundPageAnswer, 'events' | 'next'>;
  labels: LabelsByType;
}) {
  const wordingOf = useWordings(labels);
  const { hours, counts, width, zone } = useActorHours(view, answer);
  const part = { view, answer, wordingOf };
  return (
    <WithLabels labels={labels}>
      <ActorHistogram {...{ counts, width, zone }} />
      <div className="grid items-start gap-x-8 gap-y-10 lg:grid-cols-2">
        <HoursTable hours={hours} zone={zone} />
        <div className="flex flex-col gap-10">
          <ActorTypes {...part} of="type" />
          <ActorTypes {...part} of="entityType" />
        </div>
        <ActorEntities {...part} />
        <ActorFields {...part} />
      </div>
      <ActorEvents actor={answer.actor} {...{ view, wordingOf }} events={page.events} next={page.next} />
    </WithLabels>
  );
}
