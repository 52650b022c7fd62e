import type { Metadata } from 'next';
import { modelHref } from '#client/catalogue-href';
import { CLOCKS_ALONE } from '#client/clocks-alone';
import { countedTime } from '#client/overview/counted-time';
import { NoEventYet } from '#components/catalogue/no-event-yet';
import { AppHeader } from '#components/shell/app-header';
import { TimeSign } from '#components/shell/time-sign';
import { DocumentPage } from '#components/ui/document-page';
import { GivenUp } from '#components/ui/given-up';
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
import { AddressNotices } from '../address-notices.tsx';
import { headerTime } from '../app-time.ts';
import { type PageSearch, searchParamsOf } from '../search-params.ts';
import { ModelScreen, type PickedExamples } from './model-screen.tsx';

interface ModelPageProps {
  readonly searchParams: Promise<PageSearch>;
}

export async function generateMetadata({ searchParams }: ModelPageProps): Promise<Metadata> {
  const { entityType } = parseModelView(searchParamsOf(await searchParams)).view;
  return { title: entityType === '' ? 'Event model' : `${visibleString(entityType)}, event model` };
}

/** Which event follows which, by type of entity. */
export default async function ModelPage({ searchParams }: ModelPageProps) {
  const search = searchParamsOf(await searchParams);
  const page = await headerTime('/model', search);
  const { view: written, ignored } = parseModelView(search);
  const asked = { ...written, time: page.time };
  const { namespace, time } = asked;
  const { viewer, app } = await serverApp();
  const [types, namespaces] = await Promise.all([
    listEntityTypes(viewer, app, { namespace, ...momentOf(asked) }),
    listNamespaces(viewer, app),
  ]);
  const view = {
    ...asked,
    entityType:
      asked.entityType === '' ? ((types.ok ? types.value[0]?.entityType : null) ?? '') : asked.entityType,
  };
  const [model, examples] = await Promise.all([
    readEventModel(viewer, app, { ...view, ...momentOf(view) }),
    examplesOf(viewer, app, view),
  ]);
  return (
    <InZone written={time.zone}>
      <AppHeader namespace={namespace} namespaces={namespaces} section="model" time={page} />
      <TimeSign page={page} obeyed={countedTime(time).asOf !== null} instead={CLOCKS_ALONE} />
      <AddressNotices ignored={ignored} />
      {model.ok && model.value.entityTypes.length > 0 ? (
        <ModelScreen
          key={JSON.stringify([namespace, view.entityType, time.asOf, time.axis])}
          view={view}
          model={model.value}
          examples={examples}
          labels={readLabels(viewer, app, namespace, '').events}
        />
      ) : (
        <DocumentPage title="Event model" wide>
          {model.ok ? (
            <NoEventYet view={view} nowHref={modelHref({ ...asked, time: { ...time, asOf: null } })}>
              This namespace has no event that is counted. After an import the model follows in a moment.
            </NoEventYet>
          ) : (
            <GivenUp problem={model.error} ways={[{ words: 'Try again', href: modelHref(asked) }]} />
          )}
        </DocumentPage>
      )}
    </InZone>
  );
}

const EXAMPLES = 12;

/** The moment that the page stands at: now where the catalogue cannot. */
function momentOf({ time }: Pick<ModelView, 'time'>) {
  return { asOf: countedTime(time).asOf ?? 'latest', axis: time.axis };
}

/** null: none are asked for. */
async function examplesOf(viewer: Viewer, app: App, view: ModelView): Promise<PickedExamples | null> {
  const { namespace, entityType, picked, after } = view;
  if (picked === null) return null;
  const place = after === null ? null : decodeFoundPlace(after);
  const behind = place?.ok === true ? place.value : null;
  const asked = { namespace, entityType, step: picked, behind, limit: EXAMPLES };
  const found = await listFollowExamples(viewer, app, { ...asked, ...momentOf(view) });
  return found.ok
    ? { picked, found: found.value, problem: null }
    : { picked, found: null, problem: `${found.error.code}: ${found.error.message}` };
}
