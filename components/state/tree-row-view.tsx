import { Ellipsis } from 'lucide-react';
import { memo } from 'react';
import type { ListedEvent } from '#client/replay/question';
import { useWording } from '#client/wording/use-wording';
import { FoundText } from '#components/ui/found-text';
import { NoteMark } from '#components/ui/note-mark';
import { TreeIndent } from '#components/ui/tree-indent';
import { visibleString } from '#components/ui/visible-text';
import { BlameCell } from './blame-cell.tsx';
import type { FieldActions } from './field-actions.ts';
import { isSameRow } from './same-row.ts';
import { type Yielding, yieldingOf } from './short-row.ts';
import type { StateNode } from './state-tree.ts';
import type { TreeRow } from './tree-rows.ts';
import { markedParts } from './tree-search.ts';
import { TreeValue } from './tree-value.tsx';

export interface TreeRowProps {
  readonly id: string;
  readonly row: TreeRow;
  /** Who set the field; null where it is not asked for or has not come. */
  readonly setter: ListedEvent | null;
  /** Somebody has written a note on it. */
  readonly noted: boolean;
  readonly blame: boolean;
  readonly active: boolean;
  readonly followed: boolean;
  /** What is searched for. */
  readonly pattern: RegExp | null;
  readonly actions: FieldActions;
  onActive(path: string): void;
  onFold(path: string, open: boolean): void;
}

/** One field: its blame on demand, a glyph for what the event did to it, its key and its exact value. */
export const TreeRowView = memo(function TreeRowView(props: TreeRowProps) {
  const { id, row, setter, noted, blame, active, followed, pattern, actions, onActive, onFold } = props;
  const { node, level, expanded } = row;
  const glyph = glyphOf(node, expanded);
  const { face } = useWording();
  const isBare = face === 'developer' && !blame && !noted;
  const values = [node.text, node.change?.before ?? null].filter((text) => text !== null);
  const yields = yieldingOf({ level, key: node.key, values }, isBare);
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
      data-ghost={node.ghost ? '' : undefined}
      data-changed={node.change === null ? undefined : ''}
      onClick={() => onActive(node.path)}
      onContextMenu={(event) => {
        event.preventDefault();
        onActive(node.path);
        actions.openMenu(node.path, { x: event.clientX, y: event.clientY });
      }}
      className={`group/row relative flex h-(--row) items-center whitespace-pre ${node.change === null ? '' : 'is-changed'} ${active ? 'outline outline-line-2 -outline-offset-1' : 'hover:bg-sunken'}`}
    >
      <span
        data-mark=""
        aria-hidden
        className="w-4 shrink-0 pl-1 text-center font-bold text-now"
        title={glyph.title}
      >
        {glyph.text}
      </span>
      <RowLead
        {...{ level, expanded, followed, pattern, yields, onFold }}
        path={node.path}
        name={node.key}
        ghost={node.ghost}
      />
      {noted ? (
        <span className="shrink-0 pl-1.5">
          <NoteMark count={1} on="field" />
        </span>
      ) : null}
      <span data-value="" className={`flex gap-1.5 pr-2 pl-2 ${VALUE_LOOKS[yields]}`}>
        <TreeValue node={node} pattern={pattern} yields={yields} />
      </span>
      <RowMenu {...{ active, actions, onActive }} path={node.path} />
      {/* Last for those who listen, first for those who look. */}
      {blame ? <BlameCell node={node} setter={setter} onGo={actions.go} /> : null}
    </div>
  );
}, isSame);

interface RowLeadProps extends Pick<TreeRowProps, 'followed' | 'pattern' | 'onFold'> {
  readonly path: string;
  readonly name: string;
  readonly ghost: boolean;
  readonly level: number;
  readonly expanded: boolean | null;
  readonly yields: Yielding;
}

/** Where the field is. Apart from its value, which alone is another at most steps. */
const RowLead = memo(function RowLead({
  path,
  name,
  ghost,
  level,
  expanded,
  followed,
  pattern,
  yields,
  onFold,
}: RowLeadProps) {
  const wording = useWording();
  const key = shortKey(wording.stepOf(path, name));
  return (
    <>
      <TreeIndent level={level} expanded={expanded} onFold={(open) => onFold(path, open)} />
      {path === '' ? null : (
        <span
          title={visibleString(path)}
          className={`${key.length > SHORT_KEY ? KEY_LOOKS[yields] : 'shrink-0'} ${ghost ? 'text-rem line-through' : 'text-ink-2'} ${followed ? 'font-semibold text-ink underline decoration-line-2 underline-offset-4' : ''}`}
        >
          <FoundText parts={markedParts(key, pattern)} />
        </span>
      )}
    </>
  );
});

/** Characters of a key that would not be shorter with an ellipsis. */
const SHORT_KEY = 7;

/** A key that gives way does so before anything is taken from the value. */
const KEY_LOOKS: Readonly<Record<Yielding, string>> = {
  none: 'max-w-[60%] shrink-0',
  key: 'min-w-10 shrink-[1000000] truncate',
  both: 'min-w-10 max-w-[60%] truncate',
};

/** Where there is no room for what was and what is, the first wraps out of sight: a part of it could be taken for the whole. */
const VALUE_LOOKS: Readonly<Record<Yielding, string>> = {
  none: 'min-w-0 flex-1',
  key: 'h-[1lh] min-w-0 flex-auto flex-wrap content-end overflow-hidden',
  both: 'min-w-[40%] flex-1',
};

/** By colour, not by opacity, which would make a layer of every row. */
const RowMenu = memo(function RowMenu({
  path,
  active,
  actions,
  onActive,
}: Pick<TreeRowProps, 'active' | 'actions' | 'onActive'> & { readonly path: string }) {
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-hidden
      title="What can be done with this field"
      onClick={(event) => {
        event.stopPropagation();
        onActive(path);
        const { left, bottom } = event.currentTarget.getBoundingClientRect();
        actions.openMenu(path, { x: left, y: bottom });
      }}
      className={`mr-2 flex h-6 w-6 shrink-0 items-center justify-center rounded-sm hover:text-ink @max-md:mr-0 print:hidden ${active ? 'text-ink-3' : 'text-transparent group-hover/row:text-ink-3'}`}
    >
      <Ellipsis size={14} />
    </button>
  );
});

/** Characters of a key that a row shows. */
const LONGEST_KEY = 200;

function shortKey(key: string): string {
  return key.length > LONGEST_KEY ? `${key.slice(0, LONGEST_KEY)}…` : key;
}

/** A row is drawn again only where something that it shows is another: most fields stay while the playhead moves. */
function isSame(before: TreeRowProps, after: TreeRowProps): boolean {
  return (
    before.id === after.id &&
    before.noted === after.noted &&
    before.blame === after.blame &&
    before.active === after.active &&
    before.followed === after.followed &&
    before.pattern === after.pattern &&
    before.setter === after.setter &&
    before.actions === after.actions &&
    before.onActive === after.onActive &&
    before.onFold === after.onFold &&
    isSameRow(before.row, after.row, after.blame)
  );
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
