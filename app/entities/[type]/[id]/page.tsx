import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { firstAnswers } from '#client/replay/first-answers';
import { outlinePathOf } from '#client/replay/outline-path';
import { visibleString } from '#components/ui/visible-text';
import { askHistory, listNamespaces, readEventPage, serverApp } from '#server';
import { decodeId, outlineJson, parseView, readOutline } from '#wire';
import { type PageSearch, searchParamsOf } from '../../../search-params.ts';
import { EntityScreen } from './entity-screen.tsx';

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
  const ask = (upTo: number | null) =>
    askHistory(viewer, app, { ...entity, axis: view.axis, upTo }, (history, asked) => {
      const outline = outlineJson(asked.outline);
      return { outline, ...firstAnswers(history, readOutline(outline), view, asked.logHead) };
    });
  const [asked, namespaces] = await Promise.all([
    // An `upto` beyond the head is no reason for an error page: the screen says that it could not be had.
    ask(view.upTo).then((first) => (first.ok || view.upTo === null ? first : ask(null))),
    listNamespaces(viewer, app),
  ]);
  if (!asked.ok) throw new Error(`${asked.error.code}: ${asked.error.message}`);
  if (asked.value === null) notFound();
  const { outline, answered, columns, version } = asked.value.answer;
  const { axis, defaultAxis, head } = asked.value.outline;
  const firstEvents =
    version === 0 ? null : await readEventPage(viewer, app, { ...entity, from: version, to: version });
  const outlinePath = outlinePathOf(entity, axis, view.upTo);
  return (
    <EntityScreen
      key={`${entity.namespace}\n${type}\n${id}`}
      entity={entity}
      page={{ source: { outline, outlinePath, answered, columns }, axis, upTo: view.upTo }}
      head={head}
      defaultAxis={defaultAxis}
      axisReason={asked.value.axisReason}
      logHead={asked.value.logHead}
      firstEvents={firstEvents}
      search={search.toString()}
      namespaces={namespaces}
    />
  );
}
