import { Bookmark, ChevronDown, ChevronRight } from 'lucide-react';
import { memo } from 'react';
import { stepText } from '#client/pointer-words';
import type { ListedEvent } from '#client/replay/question';
import { JsonText } from '#components/ui/json-text';
import { visible } from '#components/ui/visible-text';
import { BlameCell } from './blame-cell.tsx';
import type { StateNode } from './state-tree.ts';
import type { TreeRow } from './tree-rows.ts';

export interface TreeRowProps {
  readonly id: string;
  readonly row: TreeRow;
  /** Who set the field; null where it is not asked for or has not come. */
  readonly setter: ListedEvent | null;
  /** Somebody has written a note on it. */
  readonly noted: boolean;
  readonly blame: boolean;
  readonly active: boolean;
  onActive(path: string): void;
  onFold(path: string, open: boolean): void;
  onGo(ordinal: number): void;
}

/** One field: its blame on demand, a glyph for what the event did to it, its key and its exact value. */
export const TreeRowView = memo(function TreeRowView({
  id,
  row,
  setter,
  noted,
  blame,
  active,
  onActive,
  onFold,
  onGo,
}: TreeRowProps) {
  const { node, level, expanded } = row;
  const glyph = glyphOf(node, expanded);
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
      data-path={node.path}
      data-changed={node.change === null ? undefined : ''}
      onClick={() => onActive(node.path)}
      className={`relative flex h-6 items-center whitespace-pre ${node.change === null ? '' : 'is-changed'} ${active ? 'outline outline-line-2 -outline-offset-1' : 'hover:bg-sunken'}`}
    >
      <span aria-hidden className="w-4 shrink-0 pl-1 text-center font-bold text-now" title={glyph.title}>
        {glyph.text}
      </span>
      <span style={{ width: (level - 1) * 16 }} className="shrink-0" />
      {expanded === null ? (
        <span className="w-5 shrink-0" />
      ) : (
        <button
          type="button"
          tabIndex={-1}
          aria-hidden
          onClick={(event) => {
            event.stopPropagation();
            onFold(node.path, !expanded);
          }}
          className="flex h-6 w-5 shrink-0 items-center justify-center text-ink-3 hover:text-ink"
        >
          {expanded ? <ChevronDown size={13} /> : <ChevronRight size={13} />}
        </button>
      )}
      {node.path === '' ? null : (
        <span
          className={`max-w-[60%] shrink-0 truncate ${node.ghost ? 'text-rem line-through' : 'text-ink-2'} ${row.matches ? 'underline decoration-now decoration-2 underline-offset-2' : ''}`}
        >
          {visible(stepText(node.key))}
        </span>
      )}
      {noted ? (
        <span title="There is a note on this field" className="shrink-0 pl-1.5 text-note">
          <Bookmark aria-hidden size={12} fill="currentColor" />
          <Spoken>has a note</Spoken>
        </span>
      ) : null}
      <span className="flex min-w-0 flex-1 gap-1.5 pr-4 pl-2">
        <Value node={node} />
      </span>
      {/* Last for those who listen, first for those who look. */}
      {blame ? <BlameCell node={node} setter={setter} onGo={onGo} /> : null}
    </div>
  );
}, isSame);

/** A row is drawn again only where something that it shows is another: most fields stay while the playhead moves. */
function isSame(before: TreeRowProps, after: TreeRowProps): boolean {
  return (
    before.id === after.id &&
    before.noted === after.noted &&
    before.blame === after.blame &&
    before.active === after.active &&
    before.setter === after.setter &&
    before.onActive === after.onActive &&
    before.onFold === after.onFold &&
    before.onGo === after.onGo &&
    isSameRow(before.row, after.row)
  );
}

function isSameRow(before: TreeRow, after: TreeRow): boolean {
  return (
    before.level === after.level &&
    before.position === after.position &&
    before.siblings === after.siblings &&
    before.expanded === after.expanded &&
    before.matches === after.matches &&
    isSameNode(before.node, after.node)
  );
}

const membersOf = ({ children }: StateNode): number =>
  children.reduce((count, { ghost }) => count + Number(!ghost), 0);

function isSameNode(before: StateNode, after: StateNode): boolean {
  return (
    before.path === after.path &&
    before.text === after.text &&
    before.kind === after.kind &&
    before.ordinal === after.ordinal &&
    before.ghost === after.ghost &&
    before.changedBelow === after.changedBelow &&
    before.children.length === after.children.length &&
    membersOf(before) === membersOf(after) &&
    before.change?.before === after.change?.before &&
    before.change?.after === after.change?.after
  );
}

/** Values longer than this are cut in the row; the strip below the tree shows the whole. */
const LONGEST = 400;

function Value({ node }: { node: StateNode }) {
  const { change } = node;
  if (node.ghost) return <Ghost text={node.text} />;
  const now =
    node.text === null ? <Members node={node} /> : <JsonText text={cut(node.text)} className="truncate" />;
  if (change === null || change.after === null) return now;
  return (
    <>
      {change.before === null || change.before === change.after ? null : (
        <del className="truncate">
          <Spoken>was </Spoken>
          {visible(cut(change.before))}
        </del>
      )}
      {node.text === null ? (
        now
      ) : (
        <ins className="truncate">
          <Spoken>{change.before === null ? 'added ' : 'now '}</Spoken>
          {visible(cut(node.text))}
        </ins>
      )}
    </>
  );
}

function Ghost({ text }: { text: string | null }) {
  if (text === null) return null;
  return (
    <del className="truncate">
      <Spoken>removed, was </Spoken>
      {visible(cut(text))}
    </del>
  );
}

function Members({ node }: { node: StateNode }) {
  const size = membersOf(node);
  return <span className="text-ink-3">{node.kind === 'array' ? `[${size}]` : `{${size}}`}</span>;
}

function Spoken({ children }: { children: string }) {
  return <span className="sr-only">{children}</span>;
}

function cut(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

function glyphOf(node: StateNode, expanded: boolean | null): { text: string; title: string | undefined } {
  const { change } = node;
  if (change !== null && change.before === null) return { text: '+', title: 'Added by this event' };
  if (node.ghost) return { text: '−', title: 'Removed by this event' };
  if (change !== null) return { text: '~', title: 'Changed by this event' };
  // A folded branch still says that something in it changed.
  if (expanded === false && node.changedBelow)
    return { text: '·', title: 'Something inside was changed by this event' };
  return { text: '', title: undefined };
}
