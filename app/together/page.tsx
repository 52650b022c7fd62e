import type { Metadata } from 'next';
import { firstAnswers } from '#client/replay/first-answers';
import { outlinePathOf } from '#client/replay/outline-path';
import { visibleString } from '#components/ui/visible-text';
import {
  type App,
  answerOrBuilding,
  askHistory,
  listNamespaces,
  readEntity,
  readLabels,
  readLogHead,
  serverApp,
  type Viewer,
} from '#server';
import {
  type NamedEntity,
  NO_FILTER,
  outlineJson,
  parseTogether,
  readOutline,
  type TogetherView,
} from '#wire';
import { type PageSearch, searchParamsOf } from '../search-params.ts';
import type { OpenedEntity } from './opened-entity.ts';
import { TogetherScreen } from './together-screen.tsx';

interface TogetherPageProps {
  readonly searchParams: Promise<PageSearch>;
}

export async function generateMetadata({ searchParams }: TogetherPageProps): Promise<Metadata> {
  const { view } = parseTogether(searchParamsOf(await searchParams));
  const names = view.entities.map(({ type, id }) => visibleString(`${type} ${id}`));
  return { title: names.length === 0 ? 'Together' : names.join(', ') };
}

/** Several entities on one clock. */
export default async function TogetherPage({ searchParams }: TogetherPageProps) {
  const search = searchParamsOf(await searchParams);
  const { view } = parseTogether(search);
  const { viewer, app } = await serverApp();
  const known = await Promise.all(
    view.entities.map((entity) => readEntity(viewer, app, { namespace: view.namespace, ...entity })),
  );
  const axis = view.axis ?? (known.some((one) => one?.defaultAxis === 'occurred') ? 'occurred' : 'recorded');
  const [namespaces, logHead, ...opened] = await Promise.all([
    listNamespaces(viewer, app),
    readLogHead(viewer, app),
    ...view.entities.map((entity) => open(viewer, app, { ...view, axis }, entity)),
  ]);
  // Another set of entities is another screen; the moment is not.
  const key = JSON.stringify([view.namespace, axis, view.entities]);
  return (
    <TogetherScreen
      key={key}
      opened={opened}
      axis={axis}
      logHead={logHead}
      search={search.toString()}
      namespaces={namespaces}
    />
  );
}

async function open(
  viewer: Viewer,
  app: App,
  view: TogetherView & { readonly axis: 'recorded' | 'occurred' },
  entity: NamedEntity,
): Promise<OpenedEntity> {
  const name = { namespace: view.namespace, ...entity };
  const question = { ...name, axis: view.axis, upTo: null };
  const came = await answerOrBuilding(
    viewer,
    app,
    question,
    askHistory(viewer, app, question, (history, { outline, logHead }) => {
      const text = outlineJson(outline);
      const { at, a, b, pane } = view;
      const first = firstAnswers(
        history,
        readOutline(text),
        { at, a, b, bFollows: false, pane, filter: NO_FILTER },
        logHead,
      );
      return { outline: text, answered: first.answered, columns: first.columns };
    }),
  );
  const known = { entity: name, labels: readLabels(viewer, app, name.namespace, name.type) };
  if ('building' in came) {
    const { events, folded } = came.building;
    return { ...known, what: 'building', events, folded };
  }
  if (!came.answer.ok) return { ...known, what: 'failed', problem: came.answer.error };
  if (came.answer.value === null) return { ...known, what: 'missing' };
  const { answer } = came.answer.value;
  return {
    ...known,
    what: 'open',
    source: { ...answer, outlinePath: outlinePathOf(name, view.axis, null) },
  };
}
