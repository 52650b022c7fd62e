import { visible } from './visible-text.tsx';

/** Text whose characters at these indexes are what was looked for; where there are none, or a character has to be named, plain. */
export function MarkedText({ text, at }: { text: string; at: readonly number[] }) {
  if (at.length === 0) return visible(text);
  const marked = new Set(at);
  const runs: { readonly from: number; text: string; readonly isMarked: boolean }[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const isMarked = marked.has(index);
    const last = runs.at(-1);
    if (last !== undefined && last.isMarked === isMarked) last.text += text[index];
    else runs.push({ from: index, text: text[index] ?? '', isMarked });
  }
  return runs.map((run) =>
    run.isMarked ? (
      <mark
        key={run.from}
        className="bg-transparent font-semibold text-ink underline decoration-1 underline-offset-2"
      >
        {visible(run.text)}
      </mark>
    ) : (
      <span key={run.from}>{visible(run.text)}</span>
    ),
  );
}
