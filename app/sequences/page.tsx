import type { Metadata } from 'next';
import { GivenUpSequence } from '#components/sequences/given-up-sequence';
import { SequenceExamples } from '#components/sequences/sequence-examples';
import { SequenceForm } from '#components/sequences/sequence-form';
import { SequenceResult } from '#components/sequences/sequence-result';
import { AppHeader } from '#components/shell/app-header';
import { TimeSign } from '#components/shell/time-sign';
import { DocumentPage } from '#components/ui/document-page';
import { isGivenUp } from '#components/ui/given-up';
import { InZone } from '#components/ui/in-zone';
import { visibleString } from '#components/ui/visible-text';
import { findSequences, listNamespaces, serverApp } from '#server';
import { decodeFoundPlace, parseSequenceView, type SequenceView } from '#wire';
import { AddressNotices } from '../address-notices.tsx';
import { headerTime } from '../app-time.ts';
import { type PageSearch, searchParamsOf } from '../search-params.ts';

interface SequencesPageProps {
  readonly searchParams: Promise<PageSearch>;
}

const SHOWN = 50;

export async function generateMetadata({ searchParams }: SequencesPageProps): Promise<Metadata> {
  const { view } = parseSequenceView(searchParamsOf(await searchParams));
  return { title: view.text === '' ? 'Sequences' : `${visibleString(view.text)}, sequences` };
}

/** Where steps follow one another in a namespace, and how far others got. */
export default async function SequencesPage({ searchParams }: SequencesPageProps) {
  const search = searchParamsOf(await searchParams);
  const page = await headerTime('/sequences', search);
  const { view: asked, ignored } = parseSequenceView(search);
  const view = { ...asked, time: page.time };
  const { viewer, app } = await serverApp();
  const [namespaces, found] = await Promise.all([
    listNamespaces(viewer, app),
    view.text === '' ? null : findSequences(viewer, app, questionOf(view)),
  ]);
  const { namespace } = view;
  return (
    <InZone written={view.time.zone}>
      <AppHeader namespace={namespace} namespaces={namespaces} section="sequences" time={page} />
      <TimeSign page={page} />
      <AddressNotices ignored={ignored} />
      <DocumentPage
        title="Sequences"
        lead="Steps that follow one another in the events of an entity, an actor or a conversation: who went through all of them, and where the others ended."
        wide
      >
        {/* Another sequence is another form. */}
        <SequenceForm
          key={view.text}
          view={view}
          refusal={found?.ok === false && !isGivenUp(found.error) ? found.error : null}
        />
        {found === null ? <SequenceExamples view={view} /> : null}
        {found?.ok === false && isGivenUp(found.error) ? (
          <GivenUpSequence view={view} clock={clockOf(view)} problem={found.error} />
        ) : null}
        {found?.ok === true ? <SequenceResult view={view} answer={found.value} /> : null}
      </DocumentPage>
    </InZone>
  );
}

/** The zone of the browser is not known here. */
const zoneOf = ({ time: { zone } }: SequenceView): string =>
  zone === null || zone === 'local' ? 'UTC' : zone;

const clockOf = (view: SequenceView) => ({ now: BigInt(Date.now()) * 1000n, zone: zoneOf(view) });

function questionOf(view: SequenceView) {
  const { namespace, text, reached, after, time } = view;
  const { asOf, axis } = time;
  const place = after === null ? null : decodeFoundPlace(after);
  return {
    namespace,
    text,
    zone: zoneOf(view),
    ...(asOf === null ? {} : { asOf, asOfAxis: axis }),
    reached,
    after: place?.ok === true ? place.value : null,
    limit: SHOWN,
  };
}
