import type { ReactNode } from 'react';
import { behindWords } from '#client/overview/behind-words';
import { sizeText } from '#client/size-text';
import { PageSection } from '#components/ui/document-page';
import { Notice } from '#components/ui/notice';

export interface StoreFactsProps {
  readonly version: string;
  readonly head: bigint;
  readonly bytes: number;
  /** On the disk of the log; null where this program cannot tell. */
  readonly freeBytes: number | null;
  readonly roomWarning: string | null;
  readonly serverVersion: string;
  readonly appendOnly: 'role and trigger' | 'trigger only';
  readonly database: 'embedded' | 'own';
  /** RFC 6962 root over positions 1 to `upTo`. */
  readonly root: { readonly root: string; readonly upTo: bigint };
  readonly readModels: readonly {
    readonly name: 'search' | 'changes' | 'catalogue';
    readonly position: bigint;
  }[];
}

/** What holds the log, and what keeps it from being changed. */
export function StoreFacts({ status }: { status: StoreFactsProps }) {
  return (
    <PageSection id="store" title="The store">
      <dl className="grid gap-x-6 border-line border-y bg-surface sm:grid-cols-[200px_minmax(0,1fr)] sm:rounded-md sm:border">
        <Fact term="Head position">
          <span className="font-mono">@{String(status.head)}</span>
          <Note>
            {status.head === 0n
              ? 'The log is empty.'
              : 'Positions 1 to this one, without a gap, in every namespace.'}
          </Note>
        </Fact>
        <Fact term="Root">
          <span className="font-mono [overflow-wrap:anywhere]">{status.root.root}</span>
          <Note>
            RFC 6962, SHA-256, over the leaves of positions 1 to {status.root.upTo.toLocaleString('en')}
            {status.root.upTo < status.head ? '; the rest is being read, reload for more.' : '.'}
          </Note>
        </Fact>
        {status.readModels.map(({ name, position }) => (
          <Fact key={name} term={MODELS[name]}>
            Up to <span className="font-mono">@{String(position)}</span>
            <Note>
              {position >= status.head
                ? 'At the head of the log.'
                : `${behindWords(String(status.head), String(position))} behind the log, and catching up.`}
            </Note>
          </Fact>
        ))}
        <Fact term="Log size">{sizeText(status.bytes)}</Fact>
        {status.freeBytes === null ? null : (
          <Fact term="Free on its disk">
            {sizeText(status.freeBytes)}
            {status.roomWarning === null ? null : <Notice kind="warning">{status.roomWarning}</Notice>}
          </Fact>
        )}
        <Fact term="Append-only">
          {status.appendOnly === 'role and trigger' ? 'By role and trigger' : 'By trigger only'}
          <Note>
            {status.appendOnly === 'role and trigger'
              ? 'The role this app runs as may not change or remove events, and triggers refuse it as well.'
              : 'The role this app runs as owns the tables, so only triggers stand between it and the log. Give the app a role of its own to close that.'}
          </Note>
        </Fact>
        <Fact term="Database">
          PostgreSQL {status.serverVersion},{' '}
          {status.database === 'embedded' ? 'embedded: started by this program' : 'your own server'}
        </Fact>
        <Fact term="Program">Chronoscope {status.version}</Fact>
      </dl>
    </PageSection>
  );
}

const MODELS = { search: 'Searchable', changes: 'Change log', catalogue: 'Event catalogue' } as const;

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="border-line px-4 py-2 not-first:border-t sm:col-span-2 sm:grid sm:grid-cols-subgrid">
      <dt className="text-ink-3">{term}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}

function Note({ children }: { children: ReactNode }) {
  return <span className="block text-ink-2">{children}</span>;
}
