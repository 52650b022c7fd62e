import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { firstAnswers } from '#client/replay/first-answers';
import { outlinePathOf } from '#client/replay/outline-path';
import { visibleString } from '#components/ui/visible-text';
import {
  answerOrBuilding,
  askHistory,
  listNamespaces,
  readEntity,
  readEventPage,
  readLabels,
  readUpcasters,
  serverApp,
} from '#server';
import { decodeId, outlineJson, parseView, readOutline } from '#wire';
import { type PageSearch, searchParamsOf } from '../../../search-params.ts';
import { countedUpTo } from './counted-up-to.ts';
import { EntityScreen } from './entity-screen.tsx';
import { WaitingScreen } from './seldom-shown.tsx';

interface EntityPageProps {
  readonly params: Promise<{ readonly type: string; readonly id: string }>;
  readonly searchParams: Promise<PageSearch>;
}

export async function generateMetadata({ params, searchParams }: EntityPageProps): Promise<Metadata> {
  const { type, id } = await params;
  const at = searchParamsOf(await searchParams).get('at');
  const name = visibleString(`${decodeId(type) ?? type} ${decodeId(id) ?? id}`);
  return { title: at === null ? name : `${name} at ${visibleString(at)}` };
}

export default async function EntityPage({ params, searchParams }: EntityPageProps) {
  const segments = await params;
  const type = decodeId(segments.type);
  const id = decodeId(segments.id);
  if (type === null || id === null) notFound();
  const search = searchParamsOf(await searchParams);
  const { view } = parseView(search);
  const entity = { namespace: view.namespace, type, id };

  const { viewer, app } = await serverApp();
  const [known, namespaces] = await Promise.all([
    readEntity(viewer, app, entity),
    listNamespaces(viewer, app),
  ]);
  if (known === null) notFound();
  const axis = view.axis ?? known.defaultAxis;
  // One that does not count is no reason for an error page: the screen says that it was ignored.
  const upTo = countedUpTo(view.upTo, axis, known.events);
  const question = { ...entity, axis, upTo };
  const came = await answerOrBuilding(
    viewer,
    app,
    question,
    askHistory(viewer, app, question, (history, { outline: read, logHead }) => {
      const outline = outlineJson(read);
      return { outline, ...firstAnswers(history, readOutline(outline), view, logHead) };
    }),
  );
  const key = `${entity.namespace}\n${type}\n${id}`;
  const waiting = { wanted: { entity, axis, upTo }, events: known.events, namespaces };
  if ('building' in came) {
    const { events, folded } = came.building;
    return <WaitingScreen key={key} {...waiting} first={{ what: 'building', events, folded }} />;
  }
  if (!came.answer.ok)
    return <WaitingScreen key={key} {...waiting} first={{ what: 'failed', problem: came.answer.error }} />;
  const asked = came.answer.value;
  if (asked === null) notFound();
  const { outline, answered, columns, version } = asked.answer;
  const firstEvents =
    version === 0 ? null : await readEventPage(viewer, app, { ...entity, from: version, to: version });
  const outlinePath = outlinePathOf(entity, axis, upTo);
  return (
    <EntityScreen
      key={key}
      entity={entity}
      page={{ source: { outline, outlinePath, answered, columns }, axis, upTo }}
      head={asked.outline.head}
      defaultAxis={asked.outline.defaultAxis}
      axisReason={asked.axisReason}
      logHead={asked.logHead}
      firstEvents={firstEvents}
      search={search.toString()}
      namespaces={namespaces}
      labels={readLabels(viewer, app, entity.namespace, type)}
      upcasters={readUpcasters(viewer, app, entity.namespace)}
    />
  );
}
