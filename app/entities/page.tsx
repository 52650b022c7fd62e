import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { shortAsOf } from '#client/app-time-words';
import { keptOf, type PageTime } from '#client/page-time';
import type { LabelsByType } from '#client/wording/use-wordings';
import { ColumnForm } from '#components/entities/column-form';
import { EntityQuery, REFUSAL_ID } from '#components/entities/entity-query';
import { EntityTable } from '#components/entities/entity-table';
import { FoundWords } from '#components/entities/found-words';
import { GivenUpList } from '#components/entities/given-up-list';
import { NextPage } from '#components/entities/next-page';
import { RefusedQuery } from '#components/entities/refused-query';
import { EntityQueryField } from '#components/search/entity-query-field';
import { AppHeader } from '#components/shell/app-header';
import { TimeSign } from '#components/shell/time-sign';
import { DocumentPage } from '#components/ui/document-page';
import { isGivenUp } from '#components/ui/given-up';
import { HiddenNotes } from '#components/ui/hidden-notes';
import { InZone } from '#components/ui/in-zone';
import { WithLabels } from '#components/ui/names';
import { Notice } from '#components/ui/notice';
import { visibleString } from '#components/ui/visible-text';
import { NOTES_ENTITY_TYPE } from '#core';
import {
  type App,
  listNames,
  listNamespaces,
  readLabels,
  readLogHead,
  readOverview,
  serverApp,
  type Viewer,
} from '#server';
import { type EntitiesView, parseEntitiesView, withIgnored, writeEntitiesView } from '#wire';
import { AddressNotices } from '../address-notices.tsx';
import { askedTime } from '../app-time.ts';
import { type PageSearch, searchParamsOf } from '../search-params.ts';
import { findPage } from './find-page.ts';

export async function generateMetadata({ searchParams }: EntitiesPageProps): Promise<Metadata> {
  const { time } = askedTime(searchParamsOf(await searchParams));
  return {
    title: time.asOf === null ? 'Entities' : `Entities as of ${visibleString(shortAsOf(time.asOf, 'UTC'))}`,
  };
}

interface EntitiesPageProps {
  readonly searchParams: Promise<PageSearch>;
}

export default async function EntitiesPage({ searchParams }: EntitiesPageProps) {
  const search = searchParamsOf(await searchParams);
  const { time, refused, isSettled } = askedTime(search);
  const { view: written, ignored } = parseEntitiesView(search);
  const view: EntitiesView = { ...written, time };
  if (!isSettled) redirect(`/entities?${withIgnored(writeEntitiesView(view), ignored)}`);
  const { namespace } = view;
  const { viewer, app } = await serverApp();
  const [asked, overview, namespaces, head, paths] = await Promise.all([
    findPage(viewer, app, view),
    readOverview(viewer, app, { namespace }),
    listNamespaces(viewer, app),
    readLogHead(viewer, app),
    listNames(viewer, app, { namespace, of: 'path', text: '' }),
  ]);
  // What is no moment of this store is known by the store alone: the list is then that of now.
  const isMomentRefused = 'problem' in asked && MOMENT_CODES.has(asked.problem.code);
  const shown: EntitiesView = isMomentRefused ? { ...view, time: { ...time, asOf: null } } : view;
  const answer = isMomentRefused ? await findPage(viewer, app, shown) : asked;
  const page: PageTime = {
    time: shown.time,
    path: '/entities',
    kept: keptOf(search),
    refused: isMomentRefused ? { typed: time.asOf ?? '', why: asked.problem.message } : refused,
  };
  const problem = 'problem' in answer ? answer.problem : null;
  const isNotes = view.type === NOTES_ENTITY_TYPE;
  return (
    <InZone written={time.zone}>
      <AppHeader namespace={namespace} namespaces={namespaces} section="entities" time={page} />
      <TimeSign page={page} />
      <AddressNotices ignored={ignored} />
      {time.zone === 'local' ? <LocalZone hasQuery={view.query !== ''} /> : null}
      <DocumentPage
        title="Entities"
        lead={
          'page' in answer ? (
            <>
              <FoundWords view={shown} answer={answer.page} head={head} entities={overview.entities} />
              {isNotes ? null : (
                <HiddenNotes namespace={namespace} time={shown.time} notes={overview.notes} />
              )}
            </>
          ) : undefined
        }
        wide
      >
        <div className="flex flex-col gap-4">
          <EntityQuery view={shown} types={overview.types.map(({ entityType }) => entityType)}>
            <EntityQueryField
              key={shown.query}
              namespace={namespace}
              zone={time.zone === null || time.zone === 'local' ? 'UTC' : time.zone}
              text={shown.query}
              describedBy={problem === null ? undefined : REFUSAL_ID}
            />
          </EntityQuery>
          {problem === null ? null : isGivenUp(problem) ? (
            <GivenUpList view={shown} types={overview.types} problem={problem} />
          ) : (
            <RefusedQuery view={shown} problem={problem} />
          )}
          {'page' in answer ? (
            <>
              <ColumnForm view={shown} paths={paths.names} />
              <WithLabels labels={labelsOf(viewer, app, namespace, answer.page.found.entities)}>
                <EntityTable view={shown} rows={answer.page.found.entities} density={answer.page.density} />
              </WithLabels>
              <NextPage
                view={shown}
                shown={answer.page.found.entities.length}
                next={answer.page.found.next}
              />
            </>
          ) : null}
        </div>
      </DocumentPage>
    </InZone>
  );
}

function labelsOf(
  viewer: Viewer,
  app: App,
  namespace: string,
  rows: readonly { readonly entityType: string }[],
): LabelsByType {
  const types = new Set(rows.map(({ entityType }) => entityType));
  return [...types].map((type) => [type, readLabels(viewer, app, namespace, type)]);
}

/** What the server, which does not know the zone of the reader's machine, takes for it. */
function LocalZone({ hasQuery }: { hasQuery: boolean }) {
  return (
    <>
      <noscript>
        <Notice>
          The zone of this machine is not known before scripts have run: times are written in UTC.
        </Notice>
      </noscript>
      {hasQuery ? (
        <Notice>
          Days and times of the query that name no zone are read in UTC, not in the zone of this machine.
        </Notice>
      ) : null}
    </>
  );
}

/** CS-110: no moment. CS-111: beyond the head. CS-112: a version. */
const MOMENT_CODES: ReadonlySet<string> = new Set(['CS-110', 'CS-111', 'CS-112']);
