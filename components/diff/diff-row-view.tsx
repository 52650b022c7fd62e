import { EyeOff } from 'lucide-react';
import { memo, type ReactNode, useMemo } from 'react';
import { placeText } from '#client/place-text';
import type { ListedEvent } from '#client/replay/question';
import type { Replay } from '#client/replay/replay';
import { useWording } from '#client/wording/use-wording';
import { Tag } from '#components/ui/tag';
import styles from './diff.module.css';
import { DiffHalf } from './diff-half.tsx';
import type { DiffNode } from './diff-node.ts';
import type { NodeRow } from './diff-rows.ts';
import { SetBy } from './set-by.tsx';
import { leafMarks } from './word-marks.ts';

export interface DiffRowViewProps {
  readonly id: string;
  readonly row: NodeRow;
  readonly isSplit: boolean;
  readonly active: boolean;
  readonly replay: Replay;
  /** Who set either side; null where it is not there, or has not come. */
  readonly setBefore: ListedEvent | null;
  readonly setAfter: ListedEvent | null;
  onActive(key: string): void;
  onFold(path: string, open: boolean): void;
  onIgnore(path: string): void;
  onGo(ordinal: number): void;
}

/** One place of both documents: side by side, or the one above the other where they differ. */
export const DiffRowView = memo(function DiffRowView(props: DiffRowViewProps) {
  const { id, row, isSplit, active, onActive, onFold } = props;
  const { node, level, expanded } = row;
  const { valueOf: say } = useWording();
  const marks = useMemo(() => marksOf(node, say), [node, say]);
  const half = (side: Side, opens: boolean, className = '') => (
    <DiffHalf
      node={node}
      side={side}
      level={level}
      expanded={opens ? expanded : null}
      onFold={() => onFold(node.path, expanded !== true)}
      marks={marks === null || side === 'both' ? null : marks[side]}
      tags={side === 'before' && node.after !== null ? null : <Tags node={node} expanded={expanded} />}
      blame={<Blame {...props} side={side} />}
      className={className}
    />
  );
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree has the keys
    // biome-ignore lint/a11y/useFocusableInteractive: the tree has the focus
    <div
      id={id}
      role="treeitem"
      aria-level={level}
      aria-posinset={row.position}
      aria-setsize={row.siblings}
      aria-expanded={expanded ?? undefined}
      aria-selected={active}
      data-path={node.entry === null ? undefined : node.path}
      data-status={node.status}
      onClick={() => onActive(row.key)}
      className={`group relative min-h-6 ${active ? 'outline outline-2 outline-ink-3 -outline-offset-2' : 'hover:bg-sunken'}`}
    >
      {isSplit ? <Split node={node} half={half} /> : <Unified node={node} half={half} />}
    </div>
  );
});

type Side = 'before' | 'after' | 'both';
type Half = (side: Side, opens: boolean, className?: string) => ReactNode;

const isAlike = ({ status }: DiffNode): boolean => status === 'same' || status === 'order';

function Unified({ node, half }: { node: DiffNode; half: Half }) {
  const { before, after } = node;
  if (isAlike(node)) return half('both', true);
  return (
    <>
      {before === null ? null : half('before', after === null || before.text === null)}
      {after === null ? null : half('after', before === null || before.text !== null)}
    </>
  );
}

/** In a pane too narrow for two columns it reads as the unified look does. */
function Split({ node, half }: { node: DiffNode; half: Half }) {
  const { before, after } = node;
  const right = '@xl:border-line @xl:border-l';
  return (
    <div className="grid grid-cols-1 @xl:grid-cols-2">
      {before === null ? <Absent /> : half('before', true, isAlike(node) ? 'hidden @xl:flex' : '')}
      {after === null ? (
        <Absent className={right} />
      ) : (
        half(isAlike(node) ? 'both' : 'after', before === null || isAlike(node), right)
      )}
    </div>
  );
}

function Absent({ className = '' }: { className?: string }) {
  return <div aria-hidden className={`hidden @xl:block ${styles.absent} ${className}`} />;
}

/** Behind a value: where an element came from, and what lies folded in it. */
function Tags({ node, expanded }: { node: DiffNode; expanded: boolean | null }) {
  const { move, status, changes, hidden } = node;
  const said = [
    move === null ? null : `moved from ${placeText(move.from)} to ${placeText(move.to)} place`,
    status === 'order' ? 'in another order' : null,
    expanded === false && changes > 0 ? `${changes} ${changes === 1 ? 'change' : 'changes'} inside` : null,
    expanded === false && hidden > 0 ? `${hidden} left out` : null,
    expanded === null && status === 'hidden' ? 'left out' : null,
  ].filter((text) => text !== null);
  return said.map((text) => (
    <Tag key={text} tone="quiet">
      {text}
    </Tag>
  ));
}

/** Who set what this side has, and the way to leave the field out. */
function Blame(props: DiffRowViewProps & { readonly side: Side }) {
  const { row, side, replay, onGo, onIgnore } = props;
  const { entry, after, path } = row.node;
  if (entry === null) return null;
  const isBefore = side === 'before';
  return (
    <>
      {!isBefore || after === null ? (
        <button
          type="button"
          tabIndex={-1}
          aria-label="Ignore this field"
          title="Ignore this field (I)"
          onClick={(event) => {
            event.stopPropagation();
            onIgnore(path);
          }}
          className="flex size-6 shrink-0 items-center justify-center rounded-sm text-ink-3 opacity-0 hover:text-ink group-hover:opacity-100 group-aria-selected:opacity-100 print:hidden"
        >
          <EyeOff aria-hidden size={13} />
        </button>
      ) : null}
      <SetBy
        replay={replay}
        ordinal={isBefore ? entry.setBefore : entry.setAfter}
        event={isBefore ? props.setBefore : props.setAfter}
        verb={!isBefore && entry.after === null ? 'Removed' : 'Set'}
        isShort
        onGo={onGo}
      />
    </>
  );
}

function marksOf({ status, before, after }: DiffNode, say: (json: string) => string) {
  return status === 'changed' ? leafMarks(before?.text ?? null, after?.text ?? null, say) : null;
}
