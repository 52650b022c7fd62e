import type { DiffWord } from '#client/diff-words';
import type { SentencePart } from '#client/sentence';
import { KeptInstants } from '#components/ui/kept-instants';

/** A part of a sentence on paper: what was, what is, and whom or what it is about. */
export function ReportWord({ word: { kind, text } }: { word: DiffWord | SentencePart }) {
  if (kind === 'plain') return text;
  const shown = <KeptInstants text={text} />;
  // On paper room beside a value reads as a blank before the full stop.
  if (kind === 'before') return <del className="px-px">{shown}</del>;
  return kind === 'after' ? <ins className="px-px">{shown}</ins> : <b className="font-medium">{shown}</b>;
}
