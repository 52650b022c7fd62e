'use client';

import { useMemo } from 'react';
import { countedTime } from '#client/overview/counted-time';
import { useOverview } from '#client/overview/use-overview';
import { microsOf } from '#client/search/micros-of';
import { useSettled } from '#client/use-settled';
import type { EntityLabels } from '#client/wording/labels';
import { useZone } from '#client/zone';
import { BusiestEntities, BusiestFields, ByActor, ByEntityType } from '#components/overview/activity-lists';
import { BringYourOwn } from '#components/overview/bring-your-own';
import { DayCalendar } from '#components/overview/calendar';
import { Counts } from '#components/overview/counts';
import { EmptyRange } from '#components/overview/empty-range';
import { EntityTypes } from '#components/overview/entity-types';
import { LiveSwitch } from '#components/overview/live-switch';
import { NewestEvents } from '#components/overview/newest-events';
import { Oddities } from '#components/overview/oddities';
import { OverTime } from '#components/overview/over-time';
import { RangeChoice } from '#components/overview/range-choice';
import { DocumentPage } from '#components/ui/document-page';
import { HiddenNotes } from '#components/ui/hidden-notes';
import { WithLabels } from '#components/ui/names';
import type { OverviewAnswer, OverviewView } from '#wire';

export interface OverviewScreenProps {
  readonly view: OverviewView;
  /** On whose clock `first` was counted. */
  readonly zone: string;
  readonly first: OverviewAnswer;
  /** By entity type. */
  readonly labels: ReadonlyMap<string, EntityLabels>;
}

/** What a listener is told rests for so long. */
const REST_MS = 4_000;

/** What is in the store and what went on in it, as long as somebody looks. */
export function OverviewScreen({ view, zone, first, labels }: OverviewScreenProps) {
  const { namespace, time, from, to } = view;
  const counted = countedTime(time);
  const { overview, state, setLive } = useOverview(
    { namespace, axis: time.axis, asOf: counted.asOf, zone: useZone(), from, to },
    first,
    zone,
  );
  const { store, range } = overview;
  const newest = useMemo(
    () =>
      store.newest.map((event) => ({
        ...event,
        position: BigInt(event.position),
        recordedAt: microsOf(event.recordedAt),
      })),
    [store.newest],
  );
  const times = {
    from: range.from === null ? null : microsOf(range.from),
    to: range.to === null ? null : microsOf(range.to),
  };
  const lists = { overview, on: { namespace, time: counted } };
  const named = useMemo(() => [...labels], [labels]);
  return (
    <WithLabels labels={named}>
      <DocumentPage
        title="What is in the store"
        lead={
          <>
            <Counts store={store} on={lists.on} />
            <HiddenNotes namespace={namespace} time={time} notes={store.notes} />
          </>
        }
        wide
      >
        <div className="-mb-4 flex flex-wrap items-start gap-x-4 gap-y-2">
          <div className="min-w-0 flex-1 basis-80">
            <RangeChoice view={view} times={times} />
          </div>
          <LiveSwitch state={state} onLive={setLive} />
        </div>
        {overview.events === 0 ? (
          <EmptyRange
            view={view}
            isNoneYet={newest.length === 0}
            newest={time.axis === 'recorded' ? (newest[0]?.recordedAt ?? null) : null}
          />
        ) : (
          <>
            <OverTime {...lists} />
            <DayCalendar {...lists} />
            <div className="grid items-start gap-10 md:grid-cols-2 xl:grid-cols-3 xl:gap-x-12">
              <ByActor {...lists} />
              <ByEntityType {...lists} />
              <div className="xl:row-span-2">
                <Oddities {...lists} />
              </div>
              <BusiestEntities {...lists} />
              <BusiestFields {...lists} />
            </div>
          </>
        )}
        {store.types.length === 0 ? null : <EntityTypes types={store.types} on={lists.on} />}
        {newest.length === 0 ? null : (
          <NewestEvents namespace={namespace} events={newest} labels={labels} time={counted} />
        )}
        <BringYourOwn namespace={namespace} />
        <Told overview={overview} />
      </DocumentPage>
    </WithLabels>
  );
}

/** Numbers that change in their places are not read aloud one by one: once they rest, it is said how many events there are. */
function Told({ overview: { events, readModels } }: { overview: OverviewAnswer }) {
  const words = `${events.toLocaleString('en')} events in this range, up to position ${readModels.searchedTo}.`;
  return (
    <p role="status" className="sr-only">
      {useSettled(words, REST_MS)}
    </p>
  );
}
