import type { SentencePart } from '#client/sentence';
import { KeptInstants } from '#components/ui/kept-instants';
import { visibleString } from '#components/ui/visible-text';

/** Values longer than this are cut in the sentence, never in the tree, the diff or the payload. */
const LONGEST = 64;

export function SentenceView({ parts }: { parts: readonly SentencePart[] }) {
  return (
    <p className="break-words px-4 pt-4 pb-3 text-lg leading-[23px] tracking-tight [overflow-wrap:anywhere]">
      {parts.map((part, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence never move
        <Part key={place} part={part} />
      ))}
    </p>
  );
}

function Part({ part: { kind, text } }: { part: SentencePart }) {
  const cut = text.length > LONGEST;
  const shown = <KeptInstants text={cut ? `${text.slice(0, LONGEST)}…` : text} />;
  const whole = cut ? visibleString(text) : undefined;
  if (kind === 'plain') return text;
  if (kind === 'before') return <del title={whole}>{shown}</del>;
  if (kind === 'after') return <ins title={whole}>{shown}</ins>;
  return <b className="font-semibold">{shown}</b>;
}
