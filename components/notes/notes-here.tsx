import { stepTime } from '#client/notes/note-words';
import type { PlacedNote } from '#client/notes/placed-notes';
import { NoteSentence } from './note-sentence.tsx';
import { NoteText } from './note-text.tsx';
import { NoteTime } from './note-time.tsx';

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
        <div key={note.id} className="border-note border-l-2 pl-3">
          <NoteSentence note={note} onGo={null} />
          {note.text === '' ? null : <NoteText text={note.text} short />}
          <p className="text-ink-3">
            {note.steps[0] === undefined ? null : <NoteTime micros={stepTime(note.steps[0])} />}
          </p>
        </div>
      ))}
      {here.length > MOST ? (
        <p className="text-ink-3 text-sm">{here.length - MOST} more in the list of notes.</p>
      ) : null}
    </section>
  );
}
