import type { Metadata } from 'next';
import { pageHref } from '#client/entity-href';
import { AppHeader } from '#components/shell/app-header';
import { TimeSign } from '#components/shell/time-sign';
import { ButtonLink } from '#components/ui/button';
import { DocumentPage } from '#components/ui/document-page';
import { EmptyState } from '#components/ui/empty-state';
import { InZone } from '#components/ui/in-zone';
import { visibleString } from '#components/ui/visible-text';
import {
  type App,
  listEntityTypes,
  listFollowExamples,
  listNamespaces,
  readEventModel,
  readLabels,
  serverApp,
  type Viewer,
} from '#server';
import { decodeFoundPlace, type ModelView, parseModelView } from '#wire';
import { headerTime } from '../app-time.ts';
import { type PageSearch, searchParamsOf } from '../search-params.ts';
import { ModelScreen, type PickedExamples } from './model-screen.tsx';

interface ModelPageProps {
  readonly searchParams: Promise<PageSearch>;
}

export async function generateMetadata({ searchParams }: ModelPageProps): Promise<Metadata> {
  const { entityType } = parseModelView(searchParamsOf(await searchParams));
  return { title: entityType === '' ? 'Event model' : `${visibleString(entityType)}, event model` };
}

/** Which event follows which, by type of entity. */
export default async function ModelPage({ searchParams }: ModelPageProps) {
  const search = searchParamsOf(await searchParams);
  const page = headerTime('/model', search);
  const asked = parseModelView(search);
  const { namespace, time } = asked;
  const { viewer, app } = await serverApp();
  const [types, namespaces] = await Promise.all([
    listEntityTypes(viewer, app, { namespace }),
    listNamespaces(viewer, app),
  ]);
  const view = {
    ...asked,
    entityType: asked.entityType === '' ? (types[0]?.entityType ?? '') : asked.entityType,
  };
  const [model, examples] = await Promise.all([
    readEventModel(viewer, app, view),
    examplesOf(viewer, app, view),
  ]);
  return (
    <InZone written={time.zone}>
      <AppHeader namespace={namespace} namespaces={namespaces} section="model" time={page} />
      <TimeSign page={page} obeyed={false} />
      {model.ok && model.value.entityTypes.length > 0 ? (
        <ModelScreen
          key={JSON.stringify([namespace, view.entityType])}
          view={view}
          model={model.value}
          examples={examples}
          labels={readLabels(viewer, app, namespace, '').events}
        />
      ) : (
        <DocumentPage title="Event model" wide>
          <EmptyState title={model.ok ? 'No event yet' : 'This took too long'}>
            <p>
              {model.ok
                ? 'This namespace has no event that is counted. After an import the model follows in a moment.'
                : `${model.error.code}: ${model.error.message}`}
            </p>
            <ButtonLink href={pageHref('/', namespace)}>To the overview</ButtonLink>
          </EmptyState>
        </DocumentPage>
      )}
    </InZone>
  );
}

const EXAMPLES = 12;

/** null: none are asked for. */
async function examplesOf(viewer: Viewer, app: App, view: ModelView): Promise<PickedExamples | null> {
  const { namespace, entityType, picked, after } = view;
  if (picked === null) return null;
  const place = after === null ? null : decodeFoundPlace(after);
  const behind = place?.ok === true ? place.value : null;
  const asked = { namespace, entityType, step: picked, behind, limit: EXAMPLES };
  const found = await listFollowExamples(viewer, app, asked);
  return found.ok
    ? { picked, found: found.value, problem: null }
    : { picked, found: null, problem: `${found.error.code}: ${found.error.message}` };
}
