'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import { pointerWords } from '#client/pointer-words';
import { IconButton } from '#components/ui/button';
import { CopyButton } from '#components/ui/copy-button';
import { JsonText } from '#components/ui/json-text';
import { VisibleText, visibleString } from '#components/ui/visible-text';
import { type History, stateText } from '#core';
import type { StateNode } from './state-tree.ts';
import type { TreeRow } from './tree-rows.ts';

/** The chosen field in full: where it is, its whole value, who set it, and the way to its other changes. */
export function FieldStrip({
  history,
  ordinal,
  path,
  rows,
  onGo,
}: {
  history: History;
  ordinal: number;
  path: string | null;
  rows: readonly TreeRow[];
  onGo(ordinal: number): void;
}) {
  if (path === null) return null;
  const node = rows.find((row) => row.node.path === path)?.node;
  const earlier = history.nextChange(path, ordinal, -1);
  const later = history.nextChange(path, ordinal, 1);
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
        <CopyButton text={() => jsonAt(history, ordinal, path)} title="Copy the value as JSON">
          Value
        </CopyButton>
      </div>
      {node === undefined ? (
        <p className="text-ink-3">This field is not part of the state here.</p>
      ) : (
        <FieldValue node={node} history={history} onGo={onGo} />
      )}
    </section>
  );
}

function FieldValue({
  node,
  history,
  onGo,
}: {
  node: StateNode;
  history: History;
  onGo(ordinal: number): void;
}) {
  const setter = node.ordinal === null || node.text === null ? null : history.event(node.ordinal);
  return (
    <>
      {node.text === null ? null : (
        <div className="max-h-24 overflow-auto whitespace-pre-wrap font-mono text-sm [overflow-wrap:anywhere]">
          {node.ghost ? <del>{visibleString(node.text)}</del> : <JsonText text={node.text} />}
        </div>
      )}
      <p className="truncate text-ink-3 text-sm">
        {setter === null ? (
          <span>
            {node.ghost ? 'Removed by this event' : `${node.kind} with ${node.children.length} members`}
          </span>
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

/** A container's value is the state below it: its leaves, addressed from where it stands. */
function jsonAt(history: History, ordinal: number, path: string): string {
  const below = history
    .stateAt(ordinal)
    .filter((leaf) => leaf.path === path || leaf.path.startsWith(`${path}/`));
  return stateText(below.map((leaf) => ({ ...leaf, path: leaf.path.slice(path.length) }))) ?? '';
}
