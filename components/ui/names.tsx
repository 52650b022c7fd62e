'use client';

import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { type Names, namesOf } from '#client/wording/names';
import { useFace } from '#client/wording/use-face';
import type { LabelsByType } from '#client/wording/use-wordings';
import { VisibleText, visibleString } from './visible-text.tsx';

const LabelsContext = createContext<LabelsByType>([]);

/** Labels of the entity types that a page is about, for the names on it. */
export function WithLabels({ labels, children }: { labels: LabelsByType; children: ReactNode }) {
  return <LabelsContext value={labels}>{children}</LabelsContext>;
}

export function useNames(): Names {
  const { face } = useFace();
  const labels = useContext(LabelsContext);
  return useMemo(() => namesOf(face, labels), [face, labels]);
}

export function EntityTypeWords({ entityType }: { entityType: string }) {
  return <Words written={entityType} shown={useNames().typeOf(entityType)} />;
}

export function EventTypeWords({ type }: { type: string }) {
  return <Words written={type} shown={useNames().eventOf(type)} />;
}

/** A field by its JSON Pointer; in the face of a developer it is that pointer. */
export function FieldWords({ path }: { path: string }) {
  const shown = useNames().fieldOf(path);
  if (path === '') return <span className="text-ink-2">(the whole state)</span>;
  return (
    <span className={shown === path ? 'font-mono text-sm' : ''}>
      <Words written={path} shown={shown} />
    </span>
  );
}

/** What is shown of a name; what it was written as is its title where that is another. */
function Words({ written, shown }: { written: string; shown: string }) {
  if (shown === written) return <VisibleText text={shown} />;
  return (
    <span title={visibleString(written)}>
      <VisibleText text={shown} />
    </span>
  );
}
