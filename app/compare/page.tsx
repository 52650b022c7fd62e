import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { keptOf, type PageTime } from '#client/page-time';
import { microsOf } from '#client/search/micros-of';
import type { LabelsByType } from '#client/wording/use-wordings';
import { BusiestActors, ChangedFields } from '#components/compare/changed-most';
import { ComparisonWords } from '#components/compare/comparison-words';
import { Differences } from '#components/compare/differences';
import { GivenUpComparison } from '#components/compare/given-up-comparison';
import { MomentForm, type MomentProblems } from '#components/compare/moment-form';
import { NothingDiffers } from '#components/compare/nothing-differs';
import { TypeCounts } from '#components/compare/type-counts';
import { AppHeader } from '#components/shell/app-header';
import { TimeSign } from '#components/shell/time-sign';
import { DocumentPage } from '#components/ui/document-page';
import { isGivenUp } from '#components/ui/given-up';
import { InZone } from '#components/ui/in-zone';
import { WithLabels } from '#components/ui/names';
import { Notice } from '#components/ui/notice';
import { VisibleText } from '#components/ui/visible-text';
import { formatInstant, type Problem } from '#core';
import {
  type App,
  type Comparison,
  compareMoments,
  findEvents,
  listNamespaces,
  readLabels,
  serverApp,
  type Viewer,
} from '#server';
import {
  type CompareView,
  NOW_MOMENT,
  parseCompareView,
  swappedMoments,
  withIgnored,
  writeCompareView,
} from '#wire';
import { AddressNotices } from '../address-notices.tsx';
import { headerTime } from '../app-time.ts';
import { type PageSearch, searchParamsOf } from '../search-params.ts';
import { askedMoments } from './asked-moments.ts';
import { CompareCommands } from './compare-commands.tsx';
import { quickRanges, WEEK } from './quick-ranges.ts';

export const metadata: Metadata = { title: 'Compare two moments' };

/** What differs between two moments of a namespace. */
export default async function ComparePage({ searchParams }: { searchParams: Promise<PageSearch> }) {
  const search = searchParamsOf(await searchParams);
  const time = await headerTime('/compare', search);
  if (time.refused !== null) search.delete('asof');
  const { view: written, ignored } = parseCompareView(search);
  const { viewer, app } = await serverApp();
  const [namespaces, newest] = await Promise.all([
    listNamespaces(viewer, app),
    newestRecorded(viewer, app, written),
  ]);
  const asked = askedMoments(written, Date.now());
  const { problems } = asked;
  const view = withDefault(asked.view, newest);
  const isReadable = problems.from === null && problems.to === null;
  if (isReadable && (!asked.isSettled || view !== asked.view))
    redirect(`/compare?${withRefused(view, time, ignored)}`);
  const page = { ...time, kept: keptOf(writeCompareView({ ...view, after: null })) };
  const isAsked = newest !== null || view.from !== null;
  const answer = isReadable && isAsked ? await compared(viewer, app, view) : null;
  const ranges = newest === null ? [] : quickRanges(newest, zoneOf(view));
  return (
    <InZone written={view.zone}>
      <AppHeader namespace={view.namespace} namespaces={namespaces} section="compare" time={page} />
      <TimeSign
        page={page}
        obeyed={isObeyed(view)}
        instead="compares the two moments below, as we knew them"
      />
      <CompareCommands swapped={`/compare?${writeCompareView(swappedMoments(view))}`} />
      <AddressNotices ignored={ignored} />
      <DocumentPage
        title="Compare two moments of the store"
        lead={
          answer !== null && 'found' in answer ? (
            <ComparisonWords
              view={view}
              types={answer.found.types}
              changedTo={answer.found.changedTo}
              head={answer.found.head}
            />
          ) : undefined
        }
        wide
      >
        <MomentForm view={view} problems={problems} ranges={ranges} />
        <WithLabels labels={labelsOf(viewer, app, view, answer)}>
          <Answer view={view} answer={answer} problems={problems} ranges={ranges} />
        </WithLabels>
      </DocumentPage>
    </InZone>
  );
}

/** What is compared ends where the app stands. */
const isObeyed = ({ asOf, axis, to }: CompareView): boolean => axis === 'recorded' && to === asOf;

/** The address of the view; what could not be read, the time of the app too, stays in it, and is told. */
function withRefused(view: CompareView, { refused }: PageTime, ignored: readonly string[]): URLSearchParams {
  const params = withIgnored(writeCompareView(view), ignored);
  if (refused !== null) params.set('asof', refused.typed);
  return params;
}

type Answered = { readonly found: Comparison } | { readonly problem: Problem };

function Answer({
  view,
  answer,
  problems,
  ranges,
}: {
  view: CompareView;
  answer: Answered | null;
  problems: MomentProblems;
  ranges: ReturnType<typeof quickRanges>;
}) {
  if (answer === null)
    return problems.from === null && problems.to === null ? <NothingDiffers view={view} ranges={[]} /> : null;
  if ('problem' in answer && isGivenUp(answer.problem))
    return <GivenUpComparison {...{ view, ranges }} problem={answer.problem} />;
  if ('problem' in answer)
    return (
      <Notice kind="warning">
        <VisibleText text={answer.problem.message} /> ({answer.problem.code})
      </Notice>
    );
  const { found } = answer;
  if (found.types.length === 0) return <NothingDiffers view={view} ranges={ranges} />;
  return (
    <>
      <TypeCounts view={view} types={found.types} />
      <div className="grid gap-x-8 gap-y-10 lg:grid-cols-2">
        <ChangedFields view={view} paths={found.paths} allPaths={found.allPaths} />
        <BusiestActors view={view} actors={found.actors} allActors={found.allActors} />
      </div>
      <Differences view={view} found={found} />
    </>
  );
}

function labelsOf(
  viewer: Viewer,
  app: App,
  { namespace }: CompareView,
  answer: Answered | null,
): LabelsByType {
  if (answer === null || 'problem' in answer) return [];
  return answer.found.types.map(({ entityType }) => [
    entityType,
    readLabels(viewer, app, namespace, entityType),
  ]);
}

const PAGE = 100;

async function compared(viewer: Viewer, app: App, view: CompareView): Promise<Answered> {
  const { namespace, from, to, became, entityType, after } = view;
  const moments = { from: from ?? NOW_MOMENT, to: to ?? NOW_MOMENT };
  const found = await compareMoments(viewer, app, {
    namespace,
    ...moments,
    became,
    entityType,
    after,
    limit: PAGE,
  });
  return found.ok ? { found: found.value } : { problem: found.error };
}

/** A week before the newest event. The same view, where there is none or a moment was asked for. */
function withDefault(view: CompareView, newest: bigint | null): CompareView {
  return view.from !== null || newest === null ? view : { ...view, from: formatInstant(newest - WEEK) };
}

/**
 * Up to where the app stands, or now where it stands at no moment of the store; in microseconds since 1970. null: no event of the namespace is
 * searchable then.
 */
async function newestRecorded(
  viewer: Viewer,
  app: App,
  { namespace, asOf }: Pick<CompareView, 'namespace' | 'asOf'>,
): Promise<bigint | null> {
  const order = { sort: 'recorded', direction: 'desc', after: null, limit: 1 } as const;
  const found = await findEvents(viewer, app, {
    namespace,
    text: '',
    zone: 'UTC',
    asOf: asOf ?? 'latest',
    ...order,
  });
  if (!found.ok && asOf !== null) return newestRecorded(viewer, app, { namespace, asOf: null });
  const [event] = found.ok ? found.value.events : [];
  return event === undefined ? null : microsOf(event.recordedAt);
}

const zoneOf = ({ zone }: CompareView): string => (zone === null || zone === 'local' ? 'UTC' : zone);
