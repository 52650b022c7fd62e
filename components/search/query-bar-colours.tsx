import { type QueryPart, queryParts } from '#core';

/** UTF-16 units of the text, from `from` up to before `to`. */
export interface MarkedPlace {
  readonly from: number;
  readonly to: number;
}

/** A query in the colours of its parts, with a place underlined. It is as wide as the text itself, letter by letter. */
export function QueryColours({ text, place = null }: { text: string; place?: MarkedPlace | null }) {
  return queryParts(text)
    .flatMap((part) => cutAt(part, place))
    .map(({ kind, from, to }) => {
      const isMarked = place !== null && from >= place.from && to <= place.to;
      return (
        <span key={from} className={`${COLOURS[kind]} ${isMarked ? MARKED : ''}`}>
          {text.slice(from, to)}
        </span>
      );
    });
}

const COLOURS: Record<QueryPart['kind'], string> = {
  qualifier: 'text-add',
  operator: 'text-ink-3',
  value: 'text-num',
  text: 'text-ink',
  blank: 'text-ink',
};

const MARKED = 'bg-rem-bg underline decoration-rem decoration-wavy decoration-1 underline-offset-4';

function cutAt(part: QueryPart, place: MarkedPlace | null): readonly QueryPart[] {
  if (place === null) return [part];
  const cuts = [place.from, place.to].filter((at) => at > part.from && at < part.to);
  const ends = [...cuts, part.to];
  return ends.map((to, nth) => ({ ...part, from: ends[nth - 1] ?? part.from, to }));
}
