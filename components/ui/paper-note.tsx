import { countText } from '#client/playhead-words';

/** Said on paper alone, where nobody can scroll: how much of a list that draws only what is in sight came along. */
export function PaperNote({ drawn, all, noun }: { drawn: number; all: number; noun: string }) {
  if (drawn >= all) return null;
  return (
    <p className="hidden border-line border-b px-3 py-1.5 text-ink-2 print:block">
      Here are {countText(drawn)} of {countText(all)} {noun}, those around what was in sight.
    </p>
  );
}
