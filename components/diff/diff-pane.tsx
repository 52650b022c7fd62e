'use client';

import { type KeyboardEvent, memo, type ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import type { IgnoreRules } from '#client/ignore-rules';
import { DIFF_LOOKS, nextLook } from '#client/next-look';
import type { Comparison } from '#client/replay/compare-moments';
import type { Replay } from '#client/replay/replay';
import { useAnswer } from '#client/replay/use-answer';
import type { PinnedMoments } from '#client/replay/use-pins';
import { EmptyState } from '#components/ui/empty-state';
import { Segmented } from '#components/ui/segmented';
import type { DiffLook } from '#wire';
import { AllHidden } from './all-hidden.tsx';
import { DiffBar } from './diff-bar.tsx';
import { NOTHING_FOLDED } from './diff-rows.ts';
import { DiffSummary } from './diff-summary.tsx';
import { diffTree } from './diff-tree.ts';
import type { LookProps } from './look-props.ts';
import { NoDifference } from './no-difference.tsx';
import { PinsMissing } from './pins-missing.tsx';
import { RawLook } from './raw-look.tsx';
import { RuleChips } from './rule-chips.tsx';
import { SideHeadings } from './side-headings.tsx';
import { TableLook } from './table-look.tsx';
import { TreeLook } from './tree-look.tsx';

export interface DiffPaneProps {
  readonly replay: Replay;
  readonly ordinal: number;
  readonly pins: PinnedMoments;
  onPins(pins: PinnedMoments): void;
  readonly look: DiffLook;
  onLook(look: DiffLook): void;
  readonly rules: IgnoreRules;
  onRules(rules: IgnoreRules): void;
  onGo(ordinal: number): void;
  /** B may go along with the playhead. */
  readonly canFollow?: boolean;
  /** What readers have said about what is compared. */
  readonly notes?: ReactNode;
  /** Stands first in the pane's bar. */
  readonly lead: ReactNode;
}

/** What differs between the moments A and B, in either direction. */
export const DiffPane = memo(function DiffPane(props: DiffPaneProps) {
  const { replay, ordinal, pins, onPins, look, onLook, rules, onRules, onGo, lead } = props;
  const { canFollow = true, notes = null } = props;
  const { a, b } = pins;
  const asked = useAnswer(replay, a === null || b === null ? null : { what: 'compare', from: a, to: b });
  const comparison = asked.answer ?? NOTHING;
  const isThere = asked.answer !== null && !asked.waiting;
  const tree = useMemo(() => diffTree(comparison, rules), [comparison, rules]);
  const [folding, setFolding] = useState(NOTHING_FOLDED);
  const step = useRef<(by: 1 | -1) => void>(() => undefined);
  const onIgnore = useCallback(
    (path: string) => onRules({ ...rules, ignores: [...rules.ignores.filter((one) => one !== path), path] }),
    [rules, onRules],
  );
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'F7' || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    step.current(event.shiftKey ? -1 : 1);
  };
  const lookProps: LookProps = {
    ...{ replay, comparison, tree, folding, step, onIgnore, onGo },
    onFolding: setFolding,
    onIgnoreOrder: () => onRules({ ...rules, ignoresOrder: true }),
    onNextLook: () => onLook(nextLook(look)),
    lookSwitch: <Segmented label="How to show the diff" value={look} onChange={onLook} options={LOOKS} />,
  };
  return (
    <section
      aria-label="Diff"
      onKeyDown={onKeyDown}
      // Where bars and the chosen change leave too little room for the rows, all of it is scrolled.
      className="@container flex min-h-0 flex-1 flex-col overflow-y-auto"
    >
      <h2 className="sr-only">Differences between A and B</h2>
      <DiffBar {...{ replay, pins, onPins, onGo, lead, canFollow }} />
      {a === null || b === null ? (
        <PinsMissing {...{ replay, ordinal, pins, onPins }} />
      ) : asked.problem !== null && asked.answer === null ? (
        <EmptyState title="The difference could not be read">
          <p>{asked.problem}</p>
        </EmptyState>
      ) : (
        <>
          <DiffSummary {...{ replay, a, b, tree, isThere, onGo }} />
          {notes}
          <RuleChips rules={rules} onRules={onRules} />
          {tree.shown.length + tree.hidden.length === 0 && isThere ? (
            <NoDifference {...{ replay, a, b, onGo }} />
          ) : look === 'table' && tree.shown.length === 0 && isThere ? (
            <AllHidden
              hidden={tree.hidden.length}
              lead={lookProps.lookSwitch}
              onShow={() => onRules(NO_RULES)}
            />
          ) : (
            <Look
              look={look}
              rules={rules}
              props={lookProps}
              sides={<SideHeadings {...{ replay, a, b }} />}
            />
          )}
        </>
      )}
    </section>
  );
});

function Look({
  look,
  rules,
  sides,
  props,
}: {
  look: DiffLook;
  rules: IgnoreRules;
  sides: ReactNode;
  props: LookProps;
}) {
  if (look === 'table') return <TableLook {...props} />;
  if (look === 'raw') return <RawLook {...props} hasRules={rules.ignores.length > 0 || rules.ignoresOrder} />;
  return <TreeLook {...props} isSplit={look === 'split'} sides={look === 'split' ? sides : null} />;
}

const WORDS: Record<DiffLook, { readonly text: string; readonly title: string }> = {
  unified: { text: 'Unified', title: 'One document, before above after' },
  split: { text: 'Split', title: 'Before beside after' },
  table: { text: 'Table', title: 'One row a change' },
  raw: { text: 'Raw', title: 'The text of both states, line by line' },
};

const LOOKS = DIFF_LOOKS.map((value) => ({ value, ...WORDS[value] }));

const NOTHING: Comparison = { entries: [], unchanged: [] };
const NO_RULES: IgnoreRules = { ignores: [], ignoresOrder: false };
