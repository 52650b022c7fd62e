import type { Metadata } from 'next';
import { pageHref } from '#client/entity-href';
import { BringYourOwn } from '#components/overview/bring-your-own';
import { Counts } from '#components/overview/counts';
import { EntityTypes } from '#components/overview/entity-types';
import { NewestEvents } from '#components/overview/newest-events';
import { AppHeader } from '#components/shell/app-header';
import { TimeSign } from '#components/shell/time-sign';
import { ButtonLink } from '#components/ui/button';
import { DocumentPage, PageSection } from '#components/ui/document-page';
import { HiddenNotes } from '#components/ui/hidden-notes';
import { VisibleText } from '#components/ui/visible-text';
import { listNamespaces, readLabels, readOverview, serverApp } from '#server';
import { headerTime } from './app-time.ts';
import { namespaceOf, type PageSearch, searchParamsOf } from './search-params.ts';

export const metadata: Metadata = { title: 'Overview' };

export default async function OverviewPage({ searchParams }: { searchParams: Promise<PageSearch> }) {
  const raw = await searchParams;
  const namespace = namespaceOf(raw);
  const time = headerTime('/', searchParamsOf(raw));
  const { viewer, app } = await serverApp();
  const [overview, namespaces] = await Promise.all([
    readOverview(viewer, app, { namespace }),
    listNamespaces(viewer, app),
  ]);
  const others = namespaces.filter((name) => name !== namespace);
  return (
    <>
      <AppHeader namespace={namespace} namespaces={namespaces} section="overview" time={time} />
      <TimeSign page={time} obeyed={false} />
      {overview.events === 0 ? (
        <DocumentPage
          title="Nothing here yet"
          lead={
            <>
              The namespace <VisibleText text={namespace} /> holds no event. Import a log, and every entity in
              it can be scrubbed through time.
            </>
          }
        >
          <BringYourOwn namespace={namespace} />
          {others.length === 0 ? null : (
            <PageSection id="elsewhere" title="There is something in">
              <div className="flex flex-wrap gap-2">
                {others.map((name) => (
                  <ButtonLink key={name} href={pageHref('/', name)}>
                    <VisibleText text={name} />
                  </ButtonLink>
                ))}
              </div>
            </PageSection>
          )}
        </DocumentPage>
      ) : (
        <DocumentPage
          title="What is in the store"
          lead={
            <>
              <Counts overview={overview} />
              <HiddenNotes namespace={namespace} notes={overview.notes} />
            </>
          }
        >
          <EntityTypes namespace={namespace} types={overview.types} time={time.time} />
          <NewestEvents
            namespace={namespace}
            events={overview.newest}
            labels={
              new Map(
                overview.newest.map(({ entityType }) => [
                  entityType,
                  readLabels(viewer, app, namespace, entityType),
                ]),
              )
            }
          />
          <BringYourOwn namespace={namespace} />
        </DocumentPage>
      )}
    </>
  );
}
