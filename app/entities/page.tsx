import type { Metadata } from 'next';
import { EntityFilter, isFiltered } from '#components/entities/entity-filter';
import { EntityTable } from '#components/entities/entity-table';
import { NextPage } from '#components/entities/next-page';
import { AppHeader } from '#components/shell/app-header';
import { DocumentPage } from '#components/ui/document-page';
import { HiddenNotes } from '#components/ui/hidden-notes';
import { NOTES_ENTITY_TYPE } from '#core';
import { countEntities, listEntities, listNamespaces, readOverview, serverApp } from '#server';
import { namespaceOf, type PageSearch, searchParamsOf } from '../search-params.ts';
import { entitiesQuestion } from './entities-question.ts';

export const metadata: Metadata = { title: 'Entities' };

const PAGE = 100;

export default async function EntitiesPage({ searchParams }: { searchParams: Promise<PageSearch> }) {
  const raw = await searchParams;
  const search = searchParamsOf(raw);
  const namespace = namespaceOf(raw);
  const question = entitiesQuestion(search);
  const { viewer, app } = await serverApp();
  const asked = {
    namespace,
    withRemoved: true,
    ...(question.type === '' ? {} : { type: question.type }),
    ...(question.idContains === '' ? {} : { idContains: question.idContains }),
  };
  const [page, matching, overview, namespaces] = await Promise.all([
    listEntities(viewer, app, {
      ...asked,
      limit: PAGE,
      ...(question.after === null ? {} : { after: question.after }),
    }),
    isFiltered(question) ? countEntities(viewer, app, asked) : null,
    readOverview(viewer, app, { namespace }),
    listNamespaces(viewer, app),
  ]);
  if (!page.ok) throw new Error(`${page.error.code}: ${page.error.message}`);
  if (matching?.ok === false) throw new Error(`${matching.error.code}: ${matching.error.message}`);
  const { rows, next } = page.value;
  const all = overview.entities.toLocaleString('en');
  const found =
    matching === null
      ? `${all} in this namespace`
      : `${matching.value.toLocaleString('en')} of ${all} in this namespace match the filter`;
  const areNotes = question.type === NOTES_ENTITY_TYPE;
  const notesFound = `Notes on ${matching?.value.toLocaleString('en') ?? all} of ${all} entities`;
  return (
    <>
      <AppHeader namespace={namespace} namespaces={namespaces} section="entities" />
      <DocumentPage
        title="Entities"
        lead={
          <>
            {areNotes ? notesFound : found}, in the order of their types and ids.
            {areNotes ? null : <HiddenNotes namespace={namespace} notes={overview.notes} />}
          </>
        }
        wide
      >
        <div className="flex flex-col gap-4">
          <EntityFilter
            namespace={namespace}
            question={question}
            types={overview.types.map(({ entityType }) => entityType)}
          />
          <EntityTable namespace={namespace} rows={rows} question={question} />
          <NextPage namespace={namespace} question={question} shown={rows.length} next={next} />
        </div>
      </DocumentPage>
    </>
  );
}
