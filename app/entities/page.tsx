import type { Metadata } from 'next';
import { EntityFilter } from '#components/entities/entity-filter';
import { EntityTable } from '#components/entities/entity-table';
import { NextPage } from '#components/entities/next-page';
import { AppHeader } from '#components/shell/app-header';
import { DocumentPage } from '#components/ui/document-page';
import { listEntities, listNamespaces, readOverview, serverApp } from '#server';
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
  const [page, overview, namespaces] = await Promise.all([
    listEntities(viewer, app, {
      namespace,
      limit: PAGE,
      withRemoved: true,
      ...(question.type === '' ? {} : { type: question.type }),
      ...(question.idContains === '' ? {} : { idContains: question.idContains }),
      ...(question.after === null ? {} : { after: question.after }),
    }),
    readOverview(viewer, app, { namespace }),
    listNamespaces(viewer, app),
  ]);
  if (!page.ok) throw new Error(`${page.error.code}: ${page.error.message}`);
  const { rows, next } = page.value;
  return (
    <>
      <AppHeader namespace={namespace} namespaces={namespaces} section="entities" />
      <DocumentPage
        title="Entities"
        lead={`${overview.entities.toLocaleString('en')} in this namespace, in the order of their types and ids.`}
      >
        <div className="flex flex-col gap-4">
          <EntityFilter
            namespace={namespace}
            question={question}
            types={overview.types.map(({ entityType }) => entityType)}
          />
          <EntityTable
            namespace={namespace}
            rows={rows}
            filtered={question.type !== '' || question.idContains !== ''}
          />
          <NextPage namespace={namespace} question={question} shown={rows.length} next={next} />
        </div>
      </DocumentPage>
    </>
  );
}
