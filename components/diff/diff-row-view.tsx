import { EyeOff } from 'lucide-react';
import { memo, type ReactNode, useMemo } from 'react';
import { placeText } from '#client/place-text';
import type { ListedEvent } from '#client/replay/question';
import type { Replay } from '#client/replay/replay';
import { Tag } from '#components/ui/tag';
import styles from './diff.module.css';
import { DiffHalf } from './diff-half.tsx';
import { type DiffNode, isStop } from './diff-node.ts';
import type { NodeRow } from './diff-rows.ts';
import { SetBy } from './set-by.tsx';
import { wordMarks } from './word-marks.ts';

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
  const marks = useMemo(() => marksOf(node), [node]);
  const half = (side: 'before' | 'after' | 'both', opens: boolean, className = '') => (
    <DiffHalf
      node={node}
      side={side}
      level={level}
      expanded={opens ? expanded : null}
      onFold={() => onFold(node.path, expanded !== true)}
      marks={marks === null || side === 'both' ? null : marks[side]}
      note={<Note {...props} side={side} />}
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

type Half = (side: 'before' | 'after' | 'both', opens: boolean, className?: string) => ReactNode;

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

/** Behind a value: where an element came from, what lies folded in it, and who set it. */
function Note(props: DiffRowViewProps & { readonly side: 'before' | 'after' | 'both' }) {
  const { row, side, replay, onGo, onIgnore } = props;
  const { node, expanded } = row;
  const { entry, move } = node;
  const isBefore = side === 'before';
  return (
    <>
      {move !== null && !(isBefore && node.after !== null) ? (
        <span className="py-0.5">
          <Tag tone="quiet">{`moved from ${placeText(move.from)} to ${placeText(move.to)} place`}</Tag>
        </span>
      ) : null}
      {node.status === 'order' && !isBefore ? (
        <span className="py-0.5">
          <Tag tone="quiet">in another order</Tag>
        </span>
      ) : null}
      {expanded === false && node.changes > 0 && !isBefore ? (
        <span className="py-0.5">
          <Tag tone="quiet">{`${node.changes} ${node.changes === 1 ? 'change' : 'changes'} inside`}</Tag>
        </span>
      ) : null}
      {entry === null ? null : (
        <span className="ml-auto flex max-w-[60%] items-center gap-1">
          {isStop(node) && (!isBefore || node.after === null) ? (
            <button
              type="button"
              tabIndex={-1}
              aria-label="Ignore this field"
              title="Ignore this field (I)"
              onClick={(event) => {
                event.stopPropagation();
                onIgnore(node.path);
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
            verb={!isBefore || node.after !== null || entry.setBefore === null ? 'Set' : 'Last set'}
            isShort
            onGo={onGo}
          />
        </span>
      )}
    </>
  );
}

function marksOf({ status, before, after }: DiffNode) {
  const [was, is] = [before?.text ?? null, after?.text ?? null];
  return status !== 'changed' || was === null || is === null ? null : wordMarks(was, is);
}
