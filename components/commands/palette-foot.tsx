import { KeyCaps } from '#components/ui/key-caps';
import { VisibleText } from '#components/ui/visible-text';

/** How many rows there are and how it is going, and the keys that work here. */
export function PaletteFoot({
  found,
  typed,
  looking,
  problem,
  refusal,
  canOpen,
}: {
  found: number;
  typed: string;
  looking: boolean;
  /** Why entities have not come; they are asked for again. */
  problem: string | null;
  /** Why what was chosen could not be done. */
  refusal: string | null;
  /** The active row can be opened in another tab. */
  canOpen: boolean;
}) {
  return (
    <div className="flex min-h-10 flex-none flex-wrap items-center gap-x-4 gap-y-1 border-line border-t px-4 py-2 text-ink-3 text-sm">
      <p role="status" className={`min-w-0 flex-1 ${(refusal ?? problem) === null ? '' : 'text-rem'}`}>
        <VisibleText text={refusal ?? againWords(problem) ?? wordsFor(found, typed, looking)} />
      </p>
      <span aria-hidden className="flex items-center gap-3 max-sm:hidden">
        <Hint chords={['ArrowUp', 'ArrowDown']} what="choose" />
        <Hint chords={['Enter']} what="go" />
        {canOpen ? <Hint chords={['Mod+Enter']} what="new tab" /> : null}
      </span>
    </div>
  );
}

function againWords(problem: string | null): string | null {
  return problem === null ? null : `${problem} It is asked again; the other results work meanwhile.`;
}

function wordsFor(found: number, typed: string, looking: boolean): string {
  if (looking) return 'Looking for entities…';
  if (typed === '') return 'Type an id, a version, a date or what to do';
  if (found === 0) return 'Nothing answers to that. Try a part of an id, or fewer letters.';
  return found === 1 ? '1 result' : `${found} results`;
}

function Hint({ chords, what }: { chords: readonly string[]; what: string }) {
  return (
    <span className="flex items-center gap-1">
      {chords.map((chord) => (
        <KeyCaps key={chord} chord={chord} />
      ))}
      {what}
    </span>
  );
}
