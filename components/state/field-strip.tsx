'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import { pointerWords } from '#client/pointer-words';
import type { Scene } from '#client/replay/question';
import type { Replay } from '#client/replay/replay';
import { useAnswer } from '#client/replay/use-answer';
import { useEvents } from '#client/replay/use-events';
import { IconButton } from '#components/ui/button';
import { CopyButton } from '#components/ui/copy-button';
import { JsonText } from '#components/ui/json-text';
import { VisibleText, visibleString } from '#components/ui/visible-text';
import { type Leaf, stateText } from '#core';
import type { StateNode } from './state-tree.ts';
import type { TreeRow } from './tree-rows.ts';

/** The chosen field in full: where it is, its whole value, who set it, and the way to its other changes. */
export function FieldStrip({
  replay,
  scene,
  path,
  rows,
  onGo,
}: {
  replay: Replay;
  scene: Scene;
  path: string | null;
  rows: readonly TreeRow[];
  onGo(ordinal: number): void;
}) {
  const { ordinal, leaves } = scene;
  const { answer, waiting } = useAnswer(replay, path === null ? null : { what: 'neighbours', path, ordinal });
  if (path === null) return null;
  const node = rows.find((row) => row.node.path === path)?.node;
  // Neighbours of another moment would lead elsewhere than they say.
  const { earlier = null, later = null } = waiting ? {} : (answer ?? {});
  return (
    <section aria-label="Selected field" className="flex-none border-line border-t px-3 py-2">
      <div className="flex flex-wrap items-center gap-x-2">
        <h3 className="min-w-0 flex-1 basis-40 truncate font-mono text-sm" title={visibleString(path)}>
          <VisibleText text={pointerWords(path)} />
        </h3>
        <IconButton
          label="Previous change of this field"
          disabled={earlier === null}
          onClick={() => earlier !== null && onGo(earlier)}
        >
          <ChevronLeft aria-hidden size={16} />
        </IconButton>
        <IconButton
          label="Next change of this field"
          disabled={later === null}
          onClick={() => later !== null && onGo(later)}
        >
          <ChevronRight aria-hidden size={16} />
        </IconButton>
        <CopyButton text={path} title="Copy the path of this field">
          Path
        </CopyButton>
        <CopyButton text={() => jsonAt(leaves, path)} title="Copy the value as JSON">
          Value
        </CopyButton>
      </div>
      {node === undefined ? (
        <p className="text-ink-3">This field is not part of the state here.</p>
      ) : (
        <FieldValue node={node} replay={replay} onGo={onGo} />
      )}
    </section>
  );
}

function FieldValue({
  node,
  replay,
  onGo,
}: {
  node: StateNode;
  replay: Replay;
  onGo(ordinal: number): void;
}) {
  const by = node.text === null ? null : node.ordinal;
  const peek = useEvents(replay, by === null ? [] : [by]);
  const setter = by === null ? null : peek(by);
  return (
    <>
      {node.text === null ? null : (
        <div className="max-h-24 overflow-auto whitespace-pre-wrap font-mono text-sm [overflow-wrap:anywhere]">
          {node.ghost ? <del>{visibleString(node.text)}</del> : <JsonText text={node.text} />}
        </div>
      )}
      <p className="truncate text-ink-3 text-sm">
        {by !== null && setter === null ? (
          '…'
        ) : setter === null ? (
          <span>{node.ghost ? 'Removed by this event' : membersOf(node)}</span>
        ) : (
          <>
            Set by{' '}
            <button
              type="button"
              className="text-ink-2 underline decoration-line-2 underline-offset-2 hover:decoration-current"
              onClick={() => onGo(setter.ordinal)}
            >
              event {setter.version}
            </button>{' '}
            <VisibleText text={`${setter.type}${setter.actor === null ? '' : ` by ${setter.actor}`}`} />
          </>
        )}
      </p>
    </>
  );
}

/** What the event removed is drawn among the members and is none any more. */
function membersOf({ kind, children }: StateNode): string {
  const members = children.filter(({ ghost }) => !ghost).length;
  return `${kind} with ${members} ${members === 1 ? 'member' : 'members'}`;
}

/** A container's value is the state below it: its leaves, addressed from where it stands. */
function jsonAt(leaves: readonly Leaf[], path: string): string {
  const below = leaves.filter((leaf) => leaf.path === path || leaf.path.startsWith(`${path}/`));
  return stateText(below.map((leaf) => ({ ...leaf, path: leaf.path.slice(path.length) }))) ?? '';
}
