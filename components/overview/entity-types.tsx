import Link from 'next/link';
import { pageHref } from '#client/entity-href';
import { PageSection } from '#components/ui/document-page';
import { VisibleText } from '#components/ui/visible-text';
import type { ProjectionKind } from '#core';

export interface EntityTypeCount {
  readonly entityType: string;
  readonly entities: number;
  readonly events: number;
  readonly kind: ProjectionKind | null;
}

/** The kinds of entities, the way to each list, and how their events become a state. */
export function EntityTypes({ namespace, types }: { namespace: string; types: readonly EntityTypeCount[] }) {
  return (
    <PageSection
      id="types"
      title="Entity types"
      aside={<span className="text-ink-3">{types.length.toLocaleString('en')}</span>}
    >
      <div className="overflow-x-auto border-line border-y bg-surface sm:rounded-md sm:border">
        <table className="w-full border-collapse">
          <thead>
            <tr className="border-line border-b text-left text-ink-3 text-sm">
              <th scope="col" className="py-2 pr-3 pl-4 font-medium">
                Type
              </th>
              <th scope="col" className="px-3 py-2 text-right font-medium">
                Entities
              </th>
              <th scope="col" className="px-3 py-2 text-right font-medium">
                Events
              </th>
              <th scope="col" className="py-2 pr-4 pl-3 font-medium">
                State is folded by
              </th>
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {types.map((type) => (
              <tr key={type.entityType} className="hover:bg-sunken">
                <th scope="row" className="py-1.5 pr-3 pl-4 text-left font-medium [overflow-wrap:anywhere]">
                  <Link
                    href={pageHref('/entities', namespace, { type: type.entityType })}
                    className="underline decoration-line-2 underline-offset-2 hover:decoration-current"
                  >
                    <VisibleText text={type.entityType} />
                  </Link>
                </th>
                <td className="px-3 py-1.5 text-right font-mono text-sm">
                  {type.entities.toLocaleString('en')}
                </td>
                <td className="px-3 py-1.5 text-right font-mono text-sm">
                  {type.events.toLocaleString('en')}
                </td>
                <td
                  className="py-1.5 pr-4 pl-3 text-ink-2"
                  title={type.kind === null ? undefined : KINDS[type.kind]}
                >
                  {type.kind ?? '—'}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </PageSection>
  );
}

const KINDS: Record<ProjectionKind, string> = {
  replace: 'Each payload is the whole state',
  merge: 'Each payload is a JSON merge patch',
  patch: 'Each payload is a JSON Patch',
  row: 'Each payload is a row change with its images',
  activity: 'What the actions say about the entity',
  reducer: 'Your own function in chronoscope.config.ts',
};
