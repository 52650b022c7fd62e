import { PageSection } from '#components/ui/document-page';
import { Link } from '#components/ui/link';
import { FieldWords } from '#components/ui/names';
import { RankedList } from '#components/ui/ranked-list';
import { VisibleText } from '#components/ui/visible-text';
import { actorPath, type CompareView } from '#wire';
import { changersHref } from './compare-href.ts';
import type { ShownComparison } from './comparison.ts';

const LINK =
  'inline-flex min-h-6 items-center underline decoration-line-2 underline-offset-2 hover:decoration-current';

/** The fields that differ in most of the entities that were there before and after; each leads to the events that changed it. */
export function ChangedFields({
  view,
  paths,
  allPaths,
}: { view: CompareView } & Pick<ShownComparison, 'paths' | 'allPaths'>) {
  return (
    <PageSection
      id="fields"
      title="Fields that changed most"
      aside={<span className="text-ink-3">in how many entities that changed</span>}
    >
      {paths.length === 0 ? (
        <p className="text-ink-3">No field of an entity that was there before and after.</p>
      ) : (
        <RankedList
          label="Fields that changed most"
          unit="entities"
          all={allPaths}
          rows={paths.map(({ path, entities }) => ({
            key: path,
            count: entities,
            name: (
              <Link href={changersHref(view, path)} className={LINK}>
                <FieldWords path={path} />
              </Link>
            ),
          }))}
        />
      )}
    </PageSection>
  );
}

/** Who was at work between the two moments; each leads to all that actor did. */
export function BusiestActors({
  view: { namespace, asOf, axis, zone },
  actors,
  allActors,
}: { view: CompareView } & Pick<ShownComparison, 'actors' | 'allActors'>) {
  return (
    <PageSection
      id="actors"
      title="Actors"
      aside={
        <span className="text-ink-3">by events recorded between, also those that left no difference</span>
      }
    >
      <RankedList
        label="Actors"
        unit="events"
        all={allActors}
        rows={actors.map(({ actor, events }) => ({
          key: JSON.stringify(actor),
          count: events,
          name:
            actor === null ? (
              <span className="text-ink-3">no actor</span>
            ) : (
              <Link href={actorPath(actor, { namespace, asOf, axis, zone })} className={LINK}>
                {actor === '' ? '(empty name)' : <VisibleText text={actor} />}
              </Link>
            ),
        }))}
      />
    </PageSection>
  );
}
