import type { ReactNode } from 'react';
import { useWording } from '#client/wording/use-wording';
import { FoundText } from '#components/ui/found-text';
import { colorOfJson } from '#components/ui/json-text';
import type { Yielding } from './short-row.ts';
import { shownText } from './shown-text.ts';
import type { StateNode } from './state-tree.ts';
import { excerptOf, markedParts } from './tree-search.ts';

/** The value of a row: what it is, what it was where the event changed it, and how long it is where it is cut. */
export function TreeValue({
  node,
  pattern,
  yields,
}: {
  node: StateNode;
  pattern: RegExp | null;
  yields: Yielding;
}) {
  const { change } = node;
  if (node.ghost)
    return node.text === null ? null : (
      <Was text={node.text} said="removed, was " pattern={pattern} yields={yields} />
    );
  const now =
    node.text === null ? (
      <Members node={node} />
    ) : (
      <span className={`${lookOf(node.text, yields)} ${colorOfJson(node.text)}`}>
        <Cut text={node.text} pattern={pattern} />
      </span>
    );
  if (change === null || change.after === null) return <Sized node={node}>{now}</Sized>;
  return (
    <Sized node={node}>
      {change.before === null || change.before === change.after ? null : (
        <Was text={change.before} said="was " pattern={null} yields={yields} />
      )}
      {node.text === null ? (
        now
      ) : (
        <ins className={lookOf(node.text, yields)}>
          <Spoken>{change.before === null ? 'added ' : 'now '}</Spoken>
          <Cut text={node.text} pattern={pattern} />
        </ins>
      )}
    </Sized>
  );
}

function Was({
  text,
  said,
  pattern,
  yields,
}: {
  text: string;
  said: string;
  pattern: RegExp | null;
  yields: Yielding;
}) {
  return (
    // Where there is no room for both, the newer one is the longer in sight.
    <del className={`shrink-[2] ${lookOf(text, yields)}`}>
      <Spoken>{said}</Spoken>
      <Cut text={text} pattern={pattern} />
    </del>
  );
}

/** Characters of a value that is never cut beside a long one: most numbers. */
const SHORT = 16;

function lookOf(text: string, yields: Yielding): string {
  if (yields === 'none') return '';
  return yields === 'both' && text.length <= SHORT ? 'shrink-0' : 'truncate';
}

function Cut({ text, pattern }: { text: string; pattern: RegExp | null }) {
  const wording = useWording();
  const excerpt = excerptOf(wording.valueOf(text), pattern);
  return (
    <>
      {excerpt.cutBefore ? '…' : null}
      <FoundText parts={markedParts(excerpt.text, pattern)} />
      {excerpt.cutAfter ? '…' : null}
    </>
  );
}

/** A value that is far longer than its row says how long it is. */
const LONG = 400;

function Sized({ node, children }: { node: StateNode; children: ReactNode }) {
  const isLong = node.text !== null && node.text.length > LONG;
  return (
    <>
      {children}
      {isLong ? (
        <span className="shrink-0 text-ink-3">
          {(node.text?.length ?? 0).toLocaleString('en')} characters
        </span>
      ) : null}
    </>
  );
}

function Members({ node }: { node: StateNode }) {
  const wording = useWording();
  return <span className="text-ink-3">{shownText(node, wording)}</span>;
}

function Spoken({ children }: { children: string }) {
  return <span className="sr-only">{children}</span>;
}
