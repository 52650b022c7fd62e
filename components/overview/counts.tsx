/** The store in one line. */
export function Counts({
  overview,
}: {
  overview: { readonly events: number; readonly entities: number; readonly live: number };
}) {
  const gone = overview.entities - overview.live;
  return (
    <>
      <Counted count={overview.events} noun="event" /> of{' '}
      <Counted count={overview.entities} noun="entity" plural="entities" />
      {gone > 0 ? (
        <>
          , of which <Counted count={gone} /> {gone === 1 ? 'has' : 'have'} been removed
        </>
      ) : null}
      .
    </>
  );
}

function Counted({ count, noun, plural }: { count: number; noun?: string; plural?: string }) {
  const word = noun === undefined ? '' : ` ${count === 1 ? noun : (plural ?? `${noun}s`)}`;
  return (
    <>
      <b className="font-semibold text-ink">{count.toLocaleString('en')}</b>
      {word}
    </>
  );
}
