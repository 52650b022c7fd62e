import type { PlacedNote } from '#client/notes/placed-notes';
import { NoteBeside } from './note-beside.tsx';

/** So many are told beside the event; the list has all. */
const MOST = 5;

/** What readers have said about the event at the playhead, or about a stretch that it is in. */
export function NotesHere({ placed, ordinal }: { placed: readonly PlacedNote[]; ordinal: number }) {
  const here = placed.filter(
    ({ from, to }) => from === ordinal || (to !== null && from < ordinal && ordinal <= to),
  );
  // What is about this very event comes before what is about a stretch.
  here.sort((one, other) => Number(one.to !== null) - Number(other.to !== null));
  if (here.length === 0) return null;
  return (
    <section aria-label="Notes on this event" className="flex flex-col gap-2 px-4 pb-4">
      {here.slice(0, MOST).map(({ note }) => (
        <NoteBeside key={note.id} note={note} onGo={null} />
      ))}
      {here.length > MOST ? (
        <p className="text-ink-3 text-sm">{here.length - MOST} more in the list of notes.</p>
      ) : null}
    </section>
  );
}
