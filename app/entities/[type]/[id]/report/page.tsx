import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { notFound } from 'next/navigation';
import { entityHref } from '#client/entity-href';
import { FACE_COOKIE, faceOf } from '#client/wording/face';
import { wordingOf } from '#client/wording/wording';
import { InZone } from '#components/ui/in-zone';
import { visibleString } from '#components/ui/visible-text';
import { readLabels, readReport, serverApp } from '#server';
import { decodeId, parseView } from '#wire';
import { type PageSearch, searchParamsOf } from '../../../../search-params.ts';
import { AskFirst } from './ask-first.tsx';
import { CaseHeader } from './case-header.tsx';
import { PaperMargins } from './paper-margins.tsx';
import { ReportConsequences } from './report-consequences.tsx';
import { ReportDifferences } from './report-differences.tsx';
import { ReportEvents } from './report-events.tsx';
import { ReportFinding } from './report-finding.tsx';
import { ReportNotes } from './report-notes.tsx';
import { MOST_ROWS, QUIET_ROWS, reportQuestion } from './report-question.ts';
import { ReportRefused } from './report-refused.tsx';
import { ReportScope } from './report-scope.tsx';
import { ReportState } from './report-state.tsx';
import { ReportToolbar } from './report-toolbar.tsx';

interface ReportPageProps {
  readonly params: Promise<{ readonly type: string; readonly id: string }>;
  readonly searchParams: Promise<PageSearch>;
}

export async function generateMetadata({ params }: ReportPageProps): Promise<Metadata> {
  const { type, id } = await params;
  return { title: `Report on ${visibleString(`${decodeId(type) ?? type} ${decodeId(id) ?? id}`)}` };
}

/** What the entity page shows, for paper: whole, with what it is about, and nothing to press on it. */
export default async function ReportPage({ params, searchParams }: ReportPageProps) {
  const segments = await params;
  const type = decodeId(segments.type);
  const id = decodeId(segments.id);
  if (type === null || id === null) notFound();
  const search = searchParamsOf(await searchParams);
  const { view, ignored } = parseView(search);
  const isWhole = search.get('whole') === '1';
  const entity = { namespace: view.namespace, type, id };
  const back = entityHref(entity, view);
  const { viewer, app } = await serverApp();
  const most = isWhole ? MOST_ROWS : QUIET_ROWS;
  const report = await readReport(viewer, app, { ...entity, ...reportQuestion(view), most });
  if (!report.ok) return <ReportRefused back={back} problem={report.error} />;
  if (report.value === null) notFound();
  const { scope, content, counts, madeBy } = report.value;
  search.set('whole', '1');
  if (content === null) return <AskFirst {...{ entity, back, counts }} whole={`?${search}`} />;
  const made = BigInt(Date.now()) * 1000n;
  const face = faceOf((await cookies()).get(FACE_COOKIE)?.value);
  const wordingFor = (entityType: string) =>
    wordingOf(face, readLabels(viewer, app, entity.namespace, entityType));
  const wording = wordingFor(type);
  return (
    <InZone written={view.zone}>
      <PaperMargins title={visibleString(`${type} ${id}`)} {...{ madeBy, made }} />
      <ReportToolbar back={back} />
      <main
        id="content"
        className="report mx-auto flex w-full max-w-[880px] flex-col gap-8 bg-surface px-6 pt-8 pb-16 sm:px-12 print:max-w-none print:p-0"
      >
        <CaseHeader type={wording.typeOf(type)} id={id} />
        <ReportFinding report={report.value} content={content} wording={wording} />
        <ReportScope
          report={report.value}
          wording={wording}
          ignoresDifferences={content.differences !== null && (view.ignores.length > 0 || view.ignoresOrder)}
          {...{ ignored, made }}
        />
        <ReportState report={report.value} leaves={content.leaves} wording={wording} />
        {content.differences === null ? null : (
          <ReportDifferences
            scope={scope}
            isBackwards={report.value.isBackwards}
            differences={content.differences}
            wording={wording}
          />
        )}
        <ReportEvents scope={scope} events={content.events} hidden={report.value.hidden} wording={wording} />
        <ReportConsequences found={content.consequences} wordingFor={wordingFor} />
        <ReportNotes found={content.notes} wording={wording} />
      </main>
    </InZone>
  );
}
