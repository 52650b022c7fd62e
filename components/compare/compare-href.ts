/** Where the page of two moments leads: to itself with something else about it, to a diff, to the events that changed a field. */
import { entityHref, pageHref } from '#client/entity-href';
import { type Clause, clauseText, LAST_INSTANT, type Moment, parseMoment } from '#core';
import { appTimeParams, type CompareView, NOW_MOMENT, writeCompareView } from '#wire';
import type { ListedDifference } from './comparison.ts';

/** From the first page of the list, unless a place is given. */
export function compareHref(view: CompareView, patch: Partial<CompareView> = {}): string {
  return `/compare?${writeCompareView({ ...view, after: null, ...patch })}`;
}

/** The same file for whoever reads it, so it goes by UTC and has no filter. */
export function comparedFileHref({ namespace, from, to }: CompareView, format: 'csv' | 'ndjson'): string {
  const query = { from: from ?? NOW_MOMENT, to: to ?? NOW_MOMENT, format };
  return pageHref('/api/v1/compare/export', namespace, query);
}

/** Its two states side by side, by their versions, which mean the same for ever: as they were recorded, whatever axis the app is on. */
export function differenceHref({ namespace, zone }: CompareView, entity: ListedDifference): string {
  const { entityType: type, entityId: id, versionBefore, versionAfter } = entity;
  return entityHref(
    { namespace, type, id },
    {
      at: String(versionAfter),
      a: String(versionBefore),
      b: String(versionAfter),
      axis: 'recorded',
      pane: 'split',
      zone,
    },
  );
}

/**
 * The events between the two moments that changed the field; of an instant and a position all that ever did. The moment of the app goes along
 * where it hides none of them, its axis always.
 */
export function changersHref(view: CompareView, path: string): string {
  const steps = path === '' ? [] : path.slice(1).split('/');
  const changed: Clause = { kind: 'path', path: { steps } };
  const range = rangeOf(view);
  const q = clauseText(range === null ? changed : { kind: 'and', of: [changed, range] });
  return pageHref('/events', view.namespace, {
    q,
    ...appTimeParams({ ...view, asOf: isAppLater(view) ? view.asOf : null }),
    v: '1',
  });
}

/** Both moments are of one kind, and the app stands at the later one. */
function isAppLater({ from, to, asOf, axis }: CompareView): boolean {
  if (asOf === null || to !== asOf || axis !== 'recorded') return false;
  const [one, other] = [momentOf(from), momentOf(to)];
  if (one?.kind === 'instant' && other?.kind === 'instant') return one.at <= other.at;
  return one?.kind === 'position' && other?.kind === 'position' && one.position <= other.position;
}

function rangeOf(view: CompareView): Clause | null {
  const [one, other] = [momentOf(view.from), momentOf(view.to)];
  // What is recorded later than now is behind no moment.
  if (one === null || other === null) return null;
  if (one.kind === 'latest') return behind(other);
  if (other.kind === 'latest') return behind(one);
  if (one.kind === 'instant' && other.kind === 'instant') {
    const [low, high] = one.at < other.at ? [one.at, other.at] : [other.at, one.at];
    if (low === high || high >= LAST_INSTANT) return null;
    return { kind: 'time', axis: 'recorded', from: low + 1n, to: high + 1n };
  }
  if (one.kind !== 'position' || other.kind !== 'position' || one.position === other.position) return null;
  const [low, high] =
    one.position < other.position ? [one.position, other.position] : [other.position, one.position];
  return { kind: 'position', from: low + 1n, to: high };
}

function behind(moment: Moment): Clause | null {
  if (moment.kind === 'position') return { kind: 'position', from: moment.position + 1n, to: null };
  if (moment.kind !== 'instant' || moment.at >= LAST_INSTANT) return null;
  return { kind: 'time', axis: 'recorded', from: moment.at + 1n, to: null };
}

function momentOf(written: string | null): Moment | null {
  const read = parseMoment(written ?? NOW_MOMENT);
  return read.ok ? read.value : null;
}
