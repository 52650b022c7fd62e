'use client';

import { useParams, useSearchParams } from 'next/navigation';
import { pageHref } from '#client/entity-href';
import { AppHeader } from '#components/shell/app-header';
import { ButtonLink } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { VisibleId } from '#components/ui/visible-id';
import { VisibleText } from '#components/ui/visible-text';
import { DEFAULT_VIEW, decodeId } from '#wire';

/** The page of an entity that no event ever named: which one was asked for, and what may be wrong with the address. */
export function MissingEntity({ namespaces }: { namespaces: readonly string[] }) {
  const given = useSearchParams().get('ns');
  const namespace = given ?? DEFAULT_VIEW.namespace;
  const segments = useParams<{ type: string; id: string }>();
  const type = decodeId(segments.type);
  const id = decodeId(segments.id);
  return (
    <>
      <AppHeader namespace={namespace} namespaces={namespaces} section="entities" />
      <main id="content" className="pt-[8vh]">
        <h1 className="sr-only">No event ever named this entity</h1>
        <EmptyState title="No event ever named this entity">
          {type === null || id === null ? (
            <p>The address cannot be read. It may have been cut on its way here.</p>
          ) : (
            <p className="[overflow-wrap:anywhere]">
              There is no <VisibleText text={type} />{' '}
              <b className="font-medium font-mono text-ink">
                <VisibleId id={id} />
              </b>{' '}
              in the namespace <VisibleText text={namespace} />. Check its type and its id
              {given === null
                ? ', and the namespace: an address without ns= means the namespace main.'
                : ', and whether it is in another namespace.'}
            </p>
          )}
          <div className="flex gap-2">
            <ButtonLink href={pageHref('/entities', namespace)}>To all entities</ButtonLink>
            <ButtonLink href={pageHref('/', namespace)}>To the overview</ButtonLink>
          </div>
        </EmptyState>
      </main>
    </>
  );
}
