/**
 * What turns one sequence into another, with as few steps as can be: E. W. Myers, "An O(ND) Difference Algorithm and Its
 * Variations", Algorithmica 1 (1986), the greedy algorithm, between what both share at their ends.
 *
 * Law: what is kept and removed, in order, is the one sequence; what is kept and added is the other. It deliberately gives up where
 * the two have little in common: past {@link MOST_STEPS} steps the middle is removed and added as a whole.
 */
export interface EditRun {
  readonly kind: 'keep' | 'remove' | 'add';
  /** Where the run begins in either sequence; of what is added, the place in the first before which it stands, and so the other way. */
  readonly before: number;
  readonly after: number;
  readonly length: number;
}

/** Time and memory grow with its square: two million numbers at the most. */
const MOST_STEPS = 1_400;

/** Members are compared by `===`. Neighbouring runs differ in kind, and what is removed comes before what is added. */
export function editScript<T>(before: readonly T[], after: readonly T[]): readonly EditRun[] {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  const [one, other] = [before.length - start - end, after.length - start - end];
  const steps = middleSteps(before.slice(start, start + one), after.slice(start, start + other));
  return runsOf(start, steps ?? wholeSteps(one, other), end);
}

type Kind = EditRun['kind'];
interface Step {
  readonly kind: Kind;
  readonly length: number;
}

const wholeSteps = (one: number, other: number): Step[] => [
  { kind: 'remove', length: one },
  { kind: 'add', length: other },
];

/** null: they have too little in common. */
function middleSteps<T>(before: readonly T[], after: readonly T[]): Step[] | null {
  const [n, m] = [before.length, after.length];
  if (n === 0 || m === 0) return wholeSteps(n, m);
  const most = Math.min(n + m, MOST_STEPS);
  /** By diagonal, counted from −most: how far along `before` the furthest path reaches. */
  const reach = new Int32Array(2 * most + 3);
  const traces: Int32Array[] = [];
  for (let d = 0; d <= most; d += 1) {
    traces.push(reach.slice(most - d, most + d + 3));
    for (let k = -d; k <= d; k += 2) {
      const at = k + most + 1;
      const isDown = k === -d || (k !== d && (reach[at - 1] ?? 0) < (reach[at + 1] ?? 0));
      let x = isDown ? (reach[at + 1] ?? 0) : (reach[at - 1] ?? 0) + 1;
      while (x < n && x - k < m && before[x] === after[x - k]) x += 1;
      reach[at] = x;
      if (x >= n && x - k >= m) return stepsBack(traces, n, m);
    }
  }
  return null;
}

/** Walks the furthest paths back from the end. A trace of depth d holds the diagonals −d − 1 to d + 1 of the round before. */
function stepsBack(traces: readonly Int32Array[], n: number, m: number): Step[] {
  const steps: Step[] = [];
  let [x, y] = [n, m];
  for (let d = traces.length - 1; d >= 0; d -= 1) {
    const reach = traces[d] ?? new Int32Array();
    const k = x - y;
    const at = k + d + 1;
    const isDown = k === -d || (k !== d && (reach[at - 1] ?? 0) < (reach[at + 1] ?? 0));
    const fromK = isDown ? k + 1 : k - 1;
    const fromX = d === 0 ? 0 : (reach[fromK + d + 1] ?? 0);
    const kept = x - (d === 0 ? 0 : isDown ? fromX : fromX + 1);
    if (kept > 0) steps.push({ kind: 'keep', length: kept });
    if (d > 0) steps.push({ kind: isDown ? 'add' : 'remove', length: 1 });
    x = fromX;
    y = fromX - fromK;
  }
  return steps.reverse();
}

/** Joins steps of one kind, and brings what is removed before what is added between two that are kept. */
function runsOf(start: number, steps: readonly Step[], end: number): EditRun[] {
  const runs: EditRun[] = [];
  let [before, after, removed, added] = [0, 0, 0, 0];
  const put = (kind: Kind, length: number) => {
    if (length === 0) return;
    runs.push({ kind, before, after, length });
    if (kind !== 'add') before += length;
    if (kind !== 'remove') after += length;
  };
  let kept = start;
  for (const { kind, length } of [...steps, { kind: 'keep' as const, length: end }]) {
    if (kind === 'keep') {
      if (removed + added > 0) {
        put('keep', kept);
        put('remove', removed);
        put('add', added);
        [kept, removed, added] = [0, 0, 0];
      }
      kept += length;
    } else if (kind === 'remove') removed += length;
    else added += length;
  }
  put('keep', kept);
  put('remove', removed);
  put('add', added);
  return runs;
}
