'use client';

import { instantText } from '#client/instant-text';
import { useZone } from '#client/zone';
import { PageSection } from '#components/ui/document-page';
import { EmptyState } from '#components/ui/empty-state';
import { Instant } from '#components/ui/instant';
import { Tag } from '#components/ui/tag';
import { VisibleText } from '#components/ui/visible-text';
import { type RefusedLine, RefusedLines } from './refused-lines.tsx';

export interface ImportRun {
  readonly id: bigint;
  readonly namespace: string;
  readonly source: string;
  readonly format: string;
  readonly startedAt: bigint;
  readonly finishedAt: bigint | null;
  readonly read: number;
  readonly added: number;
  readonly alreadyThere: number;
  readonly refused: number;
  readonly refusals: readonly RefusedLine[];
}

/** What was imported and what was refused, newest first. */
export function ImportHistory({ imports }: { imports: readonly ImportRun[] }) {
  return (
    <PageSection
      id="imports"
      title="Imports"
      aside={
        <span className="text-ink-3">
          {imports.length === 0 ? '' : `the newest ${imports.length}, newest first`}
        </span>
      }
    >
      <div className="border-line border-y bg-surface sm:rounded-md sm:border">
        {imports.length === 0 ? (
          <EmptyState title="Nothing was imported yet">
            <p>Each import is listed here with what it added and what it refused.</p>
          </EmptyState>
        ) : (
          <ul className="divide-y divide-line">
            {imports.map((run) => (
              <ImportLine key={String(run.id)} run={run} />
            ))}
          </ul>
        )}
      </div>
    </PageSection>
  );
}

function ImportLine({ run }: { run: ImportRun }) {
  const zone = useZone();
  return (
    <li className="px-4 py-2">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
        <span className="min-w-0 font-medium [overflow-wrap:anywhere]">
          <VisibleText text={run.source} />
        </span>
        <span className="text-ink-3">
          {run.format} into <VisibleText text={run.namespace} />
        </span>
        {run.finishedAt === null ? (
          <Tag title="It is still running, or it was interrupted. Running it again completes it and adds nothing twice.">
            not finished
          </Tag>
        ) : null}
        <span className="flex-1" />
        <span
          className="text-ink-3"
          title={run.finishedAt === null ? undefined : `Finished ${instantText(run.finishedAt, zone)}`}
        >
          <Instant micros={run.startedAt} />
        </span>
      </div>
      <p className="text-ink-2">
        {run.read.toLocaleString('en')} read, {run.added.toLocaleString('en')} added,{' '}
        {run.alreadyThere.toLocaleString('en')} already there, {run.refused.toLocaleString('en')} refused
      </p>
      <RefusedLines refused={run.refused} refusals={run.refusals} />
    </li>
  );
}
