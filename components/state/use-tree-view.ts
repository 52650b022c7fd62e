/** What of a state's tree is shown: what is folded, searched for and narrowed to, and which row is active. */
import { useCallback, useDeferredValue, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Scene } from '#client/replay/question';
import { buildStateTree } from './state-tree.ts';
import { markedPlaces, nextPlace, openDepthOf, treeRows } from './tree-rows.ts';
import { searchPattern } from './tree-search.ts';

const NO_FOLDS: ReadonlyMap<string, boolean> = new Map();

export function useTreeView({ leaves, changes }: Scene) {
  const [folds, setFolds] = useState(NO_FOLDS);
  const [opensAll, setOpensAll] = useState(false);
  const [search, setSearch] = useState('');
  const [changedOnly, setChangedOnly] = useState(false);
  const [active, setActive] = useState<string | null>(null);
  // A large state is searched behind what is typed, never before it is shown.
  const asked = useDeferredValue(search);
  const pattern = useMemo(() => searchPattern(asked), [asked]);
  const root = useMemo(() => buildStateTree(leaves, changes), [leaves, changes]);
  const most = useMemo(() => openDepthOf(root), [root]);
  const openDepth = opensAll ? Number.POSITIVE_INFINITY : most;
  const rows = useMemo(
    () => treeRows(root, { folds, openDepth, pattern, changedOnly }),
    [root, folds, openDepth, pattern, changedOnly],
  );
  const found = useMemo(
    () => (pattern === null ? null : markedPlaces(rows, ({ matches }) => matches)),
    [rows, pattern],
  );
  const fold = useCallback((path: string, open: boolean) => {
    setFolds((before) => new Map(before).set(path, open));
  }, []);
  const activePlace = active === null ? -1 : rows.findIndex(({ node }) => node.path === active);
  const shown = useRef({ rows, found, activePlace });
  useLayoutEffect(() => {
    shown.current = { rows, found, activePlace };
  });
  // The same at every moment, so that what steps through the matches is not drawn anew with each.
  const toMatch = useCallback((direction: 1 | -1) => {
    const { rows: among, found: places, activePlace: from } = shown.current;
    const row = among[nextPlace(places ?? [], from, direction) ?? -1];
    if (row !== undefined) setActive(row.node.path);
  }, []);
  return {
    rows,
    pattern,
    asked,
    search,
    setSearch,
    changedOnly,
    setChangedOnly,
    active,
    setActive,
    fold,
    toMatch,
    /** null: nothing is searched for. */
    found: found?.length ?? null,
    currentMatch: (found?.indexOf(activePlace) ?? -1) + 1,
    /** Levels that are open at first, where that is not all of them. */
    foldedFrom: openDepth === Number.POSITIVE_INFINITY ? null : openDepth,
    openAll: () => {
      setFolds(NO_FOLDS);
      setOpensAll(true);
    },
  };
}
