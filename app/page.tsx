import type { Metadata } from 'next';
import { CLOCKS_ALONE } from '#client/clocks-alone';
import { pageHref } from '#client/entity-href';
import { countedTime } from '#client/overview/counted-time';
import type { EntityLabels } from '#client/wording/labels';
import { AppHeader } from '#components/shell/app-header';
import { TimeSign } from '#components/shell/time-sign';
import { DocumentPage } from '#components/ui/document-page';
import { GivenUp, isGivenUp } from '#components/ui/given-up';
import { InZone } from '#components/ui/in-zone';
import { Notice } from '#components/ui/notice';
import { visibleString } from '#components/ui/visible-text';
import type { Problem } from '#core';
import { type App, listNamespaces, overviewOf, readLabels, serverApp, type Viewer } from '#server';
import {
  appTimeParams,
  type OverviewAnswer,
  type OverviewView,
  parseOverviewView,
  writeOverviewView,
} from '#wire';
import { AddressNotices } from './address-notices.tsx';
import { headerTime } from './app-time.ts';
import { EmptyOverview } from './empty-overview.tsx';
import { OverviewScreen } from './overview-screen.tsx';
import { type PageSearch, searchParamsOf } from './search-params.ts';

// The template of the layout is for the pages below it.
export const metadata: Metadata = { title: { absolute: 'Overview — Chronoscope' } };

export default async function OverviewPage({ searchParams }: { searchParams: Promise<PageSearch> }) {
  const search = searchParamsOf(await searchParams);
  const time = await headerTime('/', search);
  const { view: written, ignored } = parseOverviewView(search);
  const view: OverviewView = { ...written, time: time.time };
  const { namespace } = view;
  const { viewer, app } = await serverApp();
  const [asked, namespaces] = await Promise.all([
    askOverview(viewer, app, view),
    listNamespaces(viewer, app),
  ]);
  if ('givenUp' in asked)
    return (
      <InZone written={view.time.zone}>
        <AppHeader namespace={namespace} namespaces={namespaces} section="overview" time={time} />
        <AddressNotices ignored={ignored} />
        <DocumentPage title="Overview" wide>
          <GivenUp problem={asked.givenUp} ways={waysOut(view)} />
        </DocumentPage>
      </InZone>
    );
  const { overview, shown, zone, problem } = asked;
  // Nothing may be there at the moment of the app, and something now.
  const isEmpty =
    overview.store.events === 0 && (countedTime(view.time).asOf === null || !namespaces.includes(namespace));
  return (
    <InZone written={view.time.zone}>
      <AppHeader namespace={namespace} namespaces={namespaces} section="overview" time={time} />
      <TimeSign page={time} obeyed={countedTime(view.time).asOf !== null} instead={CLOCKS_ALONE} />
      <AddressNotices ignored={ignored} />
      {problem === null ? null : <Notice kind="warning">{visibleString(problem)}</Notice>}
      {isEmpty ? (
        <EmptyOverview namespace={namespace} others={namespaces.filter((name) => name !== namespace)} />
      ) : (
        <OverviewScreen
          view={shown}
          zone={zone}
          first={overview}
          labels={labelsOf(viewer, app, view, overview)}
        />
      )}
    </InZone>
  );
}

interface AskedOverview {
  readonly overview: OverviewAnswer;
  /** Without a range where it cannot be read. */
  readonly shown: OverviewView;
  readonly zone: string;
  readonly problem: string | null;
}

const RANGES = { '24h': '24 hours', '7d': '7 days', '30d': '30 days' } as const;

function waysOut(view: OverviewView) {
  const ranges = Object.entries(RANGES).map(([from, words]) => ({
    words,
    href: `/?${writeOverviewView({ ...view, from, to: '' })}`,
  }));
  return [
    ...ranges,
    { words: 'The events', href: pageHref('/events', view.namespace, appTimeParams(view.time)) },
  ];
}

async function askOverview(
  viewer: Viewer,
  app: App,
  view: OverviewView,
): Promise<AskedOverview | { readonly givenUp: Problem }> {
  const { namespace, time, from, to } = view;
  // The server does not know the clock of the reader's machine.
  const zone = time.zone === null || time.zone === 'local' ? 'UTC' : time.zone;
  const asOf = countedTime(time).asOf ?? 'latest';
  const question = { namespace, axis: time.axis, asOf, zone, from, to };
  const asked = await overviewOf(viewer, app, question);
  if (asked.ok) return { overview: asked.value, shown: view, zone, problem: null };
  if (isGivenUp(asked.error)) return { givenUp: asked.error };
  const shown = { ...view, from: '', to: '' };
  const all = await overviewOf(viewer, app, { ...question, from: '', to: '' });
  if (!all.ok) return { givenUp: all.error };
  return { overview: all.value, shown, zone, problem: `${asked.error.message} This page shows all.` };
}

function labelsOf(
  viewer: Viewer,
  app: App,
  { namespace }: OverviewView,
  { store }: OverviewAnswer,
): ReadonlyMap<string, EntityLabels> {
  return new Map(
    store.types.map(({ entityType }) => [entityType, readLabels(viewer, app, namespace, entityType)]),
  );
}
