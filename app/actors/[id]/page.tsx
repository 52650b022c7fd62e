import type { Metadata } from 'next';
import { actorEventsHref, byActor } from '#client/actor-href';
import type { LabelsByType } from '#client/wording/use-wordings';
import { ActorLead } from '#components/actors/actor-lead';
import { Nobody } from '#components/actors/nobody';
import { AppHeader } from '#components/shell/app-header';
import { TimeSign } from '#components/shell/time-sign';
import { DocumentPage } from '#components/ui/document-page';
import { GivenUp, isGivenUp } from '#components/ui/given-up';
import { InZone } from '#components/ui/in-zone';
import { Notice } from '#components/ui/notice';
import { VisibleText, visibleString } from '#components/ui/visible-text';
import { clauseText, type Problem, type QueryProblem, type Result } from '#core';
import { type App, findEvents, listNamespaces, readActor, readLabels, serverApp, type Viewer } from '#server';
import {
  type ActorAnswer,
  type ActorView,
  decodeFoundPlace,
  decodeId,
  type FoundPageAnswer,
  parseActorView,
} from '#wire';
import { AddressNotices } from '../../address-notices.tsx';
import { headerTime } from '../../app-time.ts';
import { type PageSearch, searchParamsOf } from '../../search-params.ts';
import { ActorScreen } from './actor-screen.tsx';

interface ActorPageProps {
  readonly params: Promise<{ readonly id: string }>;
  readonly searchParams: Promise<PageSearch>;
}

export async function generateMetadata({ params }: ActorPageProps): Promise<Metadata> {
  return { title: titleOf(decodeId((await params).id) ?? '') };
}

/** All that one actor did in a namespace. */
export default async function ActorPage({ params, searchParams }: ActorPageProps) {
  const segment = (await params).id;
  const actor = decodeId(segment);
  const search = searchParamsOf(await searchParams);
  // A place in the list is one of its moment and axis.
  const elsewhen = new URLSearchParams(search);
  elsewhen.delete('after');
  const time = await headerTime(`/actors/${segment}`, elsewhen);
  const { view: written, ignored } = parseActorView(search);
  const view = { ...written, asOf: time.time.asOf };
  const { viewer, app } = await serverApp();
  const [namespaces, read] = await Promise.all([
    listNamespaces(viewer, app),
    actor === null ? null : readDeeds(viewer, app, actor, view),
  ]);
  const answer = read?.ok === true ? read.value.answer : null;
  return (
    <InZone written={view.zone}>
      <AppHeader namespace={view.namespace} namespaces={namespaces} section={null} time={time} />
      <TimeSign page={time} />
      <AddressNotices ignored={ignored} />
      <DocumentPage
        title={titleOf(actor ?? '')}
        lead={answer === null || answer.events === 0 ? undefined : <ActorLead view={view} answer={answer} />}
        wide
      >
        {read?.ok === false && isGivenUp(read.error) ? (
          <GivenUp problem={read.error} ways={waysOut(actor ?? '', view)} />
        ) : read?.ok === false ? (
          <Notice kind="warning">
            <VisibleText text={read.error.message} /> ({read.error.code})
          </Notice>
        ) : read === null || read.value.answer.events === 0 ? (
          <Nobody actor={actor ?? ''} view={view} />
        ) : (
          <ActorScreen
            view={view}
            {...read.value}
            labels={labelsOf(viewer, app, view.namespace, read.value)}
          />
        )}
      </DocumentPage>
    </InZone>
  );
}

const titleOf = (actor: string): string => (actor === '' ? '(empty name)' : visibleString(actor));

const WEEK = 7n * 86_400_000_000n;

/** The events alone, which come page by page. */
function waysOut(actor: string, view: ActorView) {
  const from = BigInt(Date.now()) * 1000n - WEEK;
  return [
    { words: 'The events of this actor', href: actorEventsHref(actor, view) },
    {
      words: 'Those of the last week',
      href: actorEventsHref(actor, view, { kind: 'time', axis: view.axis, from, to: null }),
    },
  ];
}

interface Deeds {
  readonly answer: ActorAnswer;
  readonly page: FoundPageAnswer;
}

const PAGE = 50;

async function readDeeds(
  viewer: Viewer,
  app: App,
  actor: string,
  { namespace, axis, asOf: moment, zone: written, after }: ActorView,
): Promise<Result<Deeds, Problem | QueryProblem>> {
  // The zone of the reader's machine is not known here; the page says which one it counted by.
  const zone = written === null || written === 'local' ? 'UTC' : written;
  const asOf = moment ?? 'latest';
  const text = clauseText(byActor(actor));
  const place = after === null ? null : decodeFoundPlace(after);
  const [answer, page] = await Promise.all([
    readActor(viewer, app, { namespace, actor, axis, asOf, zone }),
    findEvents(viewer, app, {
      namespace,
      text,
      zone,
      asOf,
      asOfAxis: axis,
      sort: axis,
      direction: 'desc',
      after: place?.ok === true ? place.value : null,
      limit: PAGE,
    }),
  ]);
  if (!answer.ok) return answer;
  return page.ok ? { ok: true, value: { answer: answer.value, page: page.value } } : page;
}

/** Of the types that are on the page. */
function labelsOf(viewer: Viewer, app: App, namespace: string, { answer, page }: Deeds): LabelsByType {
  const types = new Set([
    ...answer.entityTypes.names.flatMap(({ name }) => (name === null ? [] : [name])),
    ...answer.entities.map(({ entityType }) => entityType),
    ...page.events.map(({ entityType }) => entityType),
  ]);
  return [...types].map((type) => [type, readLabels(viewer, app, namespace, type)] as const);
}
