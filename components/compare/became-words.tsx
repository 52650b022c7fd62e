import type { Became } from '#wire';

/** What became of an entity: a glyph and a colour beside its word, which says it alone. */
export const BECAME_LOOKS: Readonly<
  Record<
    Became,
    { readonly glyph: string; readonly ink: string; readonly fill: string; readonly word: string }
  >
> = {
  appeared: { glyph: '+', ink: 'text-add', fill: 'bg-add', word: 'Appeared' },
  vanished: { glyph: '−', ink: 'text-rem', fill: 'bg-rem', word: 'Vanished' },
  changed: { glyph: '≠', ink: 'text-ink-2', fill: 'bg-ink-3', word: 'Changed' },
};

export function BecameWord({ became }: { became: Became }) {
  const { glyph, ink, word } = BECAME_LOOKS[became];
  return (
    <span className="inline-flex items-baseline gap-1.5 whitespace-nowrap">
      <span aria-hidden className={`w-2 text-center font-mono font-semibold ${ink}`}>
        {glyph}
      </span>
      {word}
    </span>
  );
}
