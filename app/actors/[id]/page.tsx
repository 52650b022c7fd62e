import type { Metadata } from 'next';
import { byActor } from '#client/actor-href';
import type { LabelsByType } from '#client/wording/use-wordings';
import { ActorLead } from '#components/actors/actor-lead';
import { AxisLinks } from '#components/actors/axis-links';
import { Nobody } from '#components/actors/nobody';
import { AppHeader } from '#components/shell/app-header';
import { DocumentPage } from '#components/ui/document-page';
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
import { type PageSearch, searchParamsOf } from '../../search-params.ts';
import { ZoneChoice } from '../../zone-choice.tsx';
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
  const { view, ignored } = parseActorView(search);
  const { viewer, app } = await serverApp();
  const [namespaces, read] = await Promise.all([
    listNamespaces(viewer, app),
    actor === null ? null : readDeeds(viewer, app, actor, view),
  ]);
  const answer = read?.ok === true ? read.value.answer : null;
  const path = `/actors/${segment}`;
  return (
    <InZone written={view.zone}>
      <AppHeader namespace={view.namespace} namespaces={namespaces} section={null}>
        <span className="flex-1" />
        <ZoneChoice
          path={path}
          search={search.toString()}
          zone={view.zone}
          at={BigInt(Date.now()) * 1000n}
          own
        />
        <AxisLinks actor={actor ?? ''} view={view} />
      </AppHeader>
      <AddressNotices ignored={ignored} />
      <DocumentPage
        title={titleOf(actor ?? '')}
        lead={answer === null || answer.events === 0 ? undefined : <ActorLead view={view} answer={answer} />}
        wide
      >
        {read?.ok === false ? (
          <Notice kind="warning">
            <VisibleText text={read.error.message} /> ({read.error.code})
          </Notice>
        ) : read === null || read.value.answer.events === 0 ? (
          <Nobody namespace={view.namespace} />
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

interface Deeds {
  readonly answer: ActorAnswer;
  readonly page: FoundPageAnswer;
}

const PAGE = 50;

async function readDeeds(
  viewer: Viewer,
  app: App,
  actor: string,
  { namespace, axis, zone: written, after }: ActorView,
): Promise<Result<Deeds, Problem | QueryProblem>> {
  // The zone of the reader's machine is not known here; the page says which one it counted by.
  const zone = written === null || written === 'local' ? 'UTC' : written;
  const text = clauseText(byActor(actor));
  const place = after === null ? null : decodeFoundPlace(after);
  const [answer, page] = await Promise.all([
    readActor(viewer, app, { namespace, actor, axis, zone }),
    findEvents(viewer, app, {
      namespace,
      text,
      zone,
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
