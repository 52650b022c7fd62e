/**
 * Both states as one tree, from what differs and what is alike.
 *
 * Law: the nodes that have a side are the document of that side: its leaves can be read back from them. The nodes with an entry are
 * the differences that are shown, one for one.
 */
import { type IgnoreRules, isReordering, ruledChanges } from '#client/ignore-rules';
import { pointerSteps } from '#client/pointer-words';
import { type ComparedEntry, type Comparison, joinedEntry } from '#client/replay/compare-moments';
import { readKeyOrder, writtenKey } from '#core';
import { type DiffNode, type DiffSide, type DiffStatus, isRootDrawn } from './diff-node.ts';
import { type Move, mergeOrder } from './merge-order.ts';

export interface DiffTree {
  /** null: neither side has a state. */
  readonly root: DiffNode | null;
  /** Differences that are shown, ascending by path. */
  readonly shown: readonly ComparedEntry[];
  readonly hidden: readonly ComparedEntry[];
  /** One of those that are shown is another order of a list. */
  readonly reorders: boolean;
  /** Line of the whole document that stands first on screen: 1 where the braces around it are not drawn. */
  readonly firstLine: number;
  /** Behind its last line. */
  readonly lines: number;
}

export function diffTree({ entries, unchanged }: Comparison, rules: IgnoreRules): DiffTree {
  const { shown, hidden } = ruledChanges(entries, rules, joinedEntry);
  const places: Places = new Map();
  for (const { path, text } of unchanged) placeAt(places, path).texts = [text, text];
  for (const { path, before, after } of entries) placeAt(places, path).texts = [before, after];
  const settling = new Settling(
    new Map(shown.map((entry) => [entry.path, entry])),
    new Set(hidden.map(({ path }) => path)),
    new Set([...shown, ...hidden].flatMap(({ path, parts }) => (parts.length > 1 ? [path] : []))),
    rules.ignoresOrder,
  );
  const root = places.get('');
  const orders = new Set(entries.filter(isReordering).map(({ path }) => path));
  const settled = root === undefined ? null : settling.settle(root, null, null);
  return {
    root: settled,
    shown,
    hidden,
    reorders: shown.some(({ path }) => orders.has(path)),
    firstLine: settled === null || isRootDrawn(settled) ? 0 : 1,
    lines: settling.line,
  };
}

interface Place {
  readonly path: string;
  /** Texts of its own leaf before and after; null where it has none. */
  texts: readonly [string | null, string | null];
  readonly below: Map<string, Place>;
}

type Places = Map<string, Place>;

function placeAt(places: Places, path: string): Place {
  const known = places.get(path);
  if (known !== undefined) return known;
  const place: Place = { path, texts: [null, null], below: new Map() };
  places.set(path, place);
  const end = path.lastIndexOf('/');
  if (path !== '') placeAt(places, path.slice(0, end)).below.set(path.slice(end + 1), place);
  return place;
}

class Settling {
  line = 0;

  constructor(
    private readonly shown: ReadonlyMap<string, ComparedEntry>,
    private readonly hidden: ReadonlySet<string>,
    /** Places where a value became a container, or the other way round. */
    private readonly turns: ReadonlySet<string>,
    private readonly ignoresOrder: boolean,
  ) {}

  /** `inside`: what became of the difference that the place is part of; null: of none. */
  settle(place: Place, move: Move | null, inside: 'shown' | 'hidden' | null): DiffNode {
    const { path, texts, below } = place;
    const isHidden = this.hidden.has(path);
    const within = inside ?? (this.turns.has(path) ? (isHidden ? 'hidden' : 'shown') : null);
    const line = this.line;
    this.line += 1;
    const [was, is] = texts;
    const { steps, moves } = orderOf(below, was, is);
    const children = steps.flatMap((step) => {
      const child = below.get(step);
      return child === undefined
        ? []
        : [this.settle(child, this.ignoresOrder ? null : (moves.get(step) ?? null), within)];
    });
    const before = sideOf(was, children, 'before');
    const after = sideOf(is, children, 'after');
    const entry = this.shown.get(path) ?? null;
    const sum = (count: (node: DiffNode) => number) => children.reduce((all, node) => all + count(node), 0);
    const changes = sum((node) => node.changes) + Number(entry !== null);
    const hidden = sum((node) => node.hidden) + Number(isHidden);
    return {
      path,
      key: path === '' ? '' : (pointerSteps(path.slice(path.lastIndexOf('/'))).at(-1) ?? ''),
      before,
      after,
      status: inside === 'hidden' ? 'hidden' : statusOf(before, after, changes, hidden, entry),
      entry,
      isInside: inside === 'shown',
      move,
      children,
      changes,
      hidden,
      fields: Math.max(
        1,
        sum((node) => node.fields),
      ),
      line,
    };
  }
}

function sideOf(
  text: string | null,
  children: readonly DiffNode[],
  side: 'before' | 'after',
): DiffSide | null {
  const size = children.reduce((count, child) => count + Number(child[side] !== null), 0);
  if (text === null) return size === 0 ? null : { kind: 'object', text: null, size };
  if (isList(text)) return { kind: 'array', text: null, size };
  return text === '{}' ? { kind: 'object', text: null, size } : { kind: 'value', text, size: 0 };
}

function statusOf(
  before: DiffSide | null,
  after: DiffSide | null,
  changes: number,
  hidden: number,
  entry: ComparedEntry | null,
): DiffStatus {
  const raw = rawStatus(before, after);
  if (raw !== 'same') return changes === 0 && hidden > 0 ? 'hidden' : raw;
  return entry === null ? 'same' : 'order';
}

function rawStatus(before: DiffSide | null, after: DiffSide | null): DiffStatus {
  if (before === null) return after === null ? 'same' : 'added';
  if (after === null) return 'removed';
  return before.kind === after.kind && before.text === after.text ? 'same' : 'changed';
}

function isList(text: string): boolean {
  return text === '[]' || readKeyOrder(text) !== null;
}

/** Elements by their order on either side, by index, or keys in UTF-16 order, as states are written everywhere. */
function orderOf(
  below: Place['below'],
  was: string | null,
  is: string | null,
): ReturnType<typeof mergeOrder> {
  const [before, after] = [keysOf(was), keysOf(is)];
  if (before === null && after === null)
    return { steps: [...below.keys()].sort(byStep(below, was, is)), moves: new Map() };
  const known = new Set([...(before ?? []), ...(after ?? [])]);
  const others = [...below.keys()].filter((step) => !known.has(step)).sort(byStep(below, was, is));
  // Of a list that goes by key on one side only, the elements of the other side are others altogether.
  const { steps, moves } = mergeOrder(before ?? [], after ?? []);
  return { steps: before === null ? [...others, ...steps] : [...steps, ...others], moves };
}

function keysOf(text: string | null): readonly string[] | null {
  return text === null ? null : (readKeyOrder(text)?.keys.map(writtenKey) ?? null);
}

function byStep(
  below: Place['below'],
  was: string | null,
  is: string | null,
): (one: string, other: string) => number {
  // A list that became an object, or the other way round, has keys of both: those of the object decide.
  const isList = (own: string | null, side: 0 | 1) => own === '[]' || (own === null && !holds(below, side));
  if ((was === '[]' || is === '[]') && isList(was, 0) && isList(is, 1))
    return (one, other) => Number(one) - Number(other);
  const key = (step: string) => pointerSteps(`/${step}`)[0] ?? '';
  return (one, other) => (key(one) < key(other) ? -1 : 1);
}

/** Whether anything below has a leaf on the side. */
function holds(below: Place['below'], side: 0 | 1): boolean {
  return [...below.values()].some((place) => place.texts[side] !== null || holds(place.below, side));
}
