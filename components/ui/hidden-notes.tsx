/** What lists and counts of entities leave out, where there is any. */
export function HiddenNotes({ notes }: { notes: { readonly entities: number; readonly events: number } }) {
  if (notes.entities === 0) return null;
  return (
    <span className="text-ink-3">
      {' '}
      Notes on {notes.entities.toLocaleString('en')} {notes.entities === 1 ? 'entity' : 'entities'} are not
      counted here ({notes.events.toLocaleString('en')} {notes.events === 1 ? 'event' : 'events'} of their
      own).
    </span>
  );
}
