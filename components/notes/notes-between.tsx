import { notesBetween } from '#client/notes/notes-between';
import type { PlacedNote } from '#client/notes/placed-notes';
import { countText } from '#client/playhead-words';
import { Disclosure } from '#components/ui/disclosure';
import { VisibleText } from '#components/ui/visible-text';
import { NoteBeside } from './note-beside.tsx';

/** So many are told over a difference; the list has all. */
const MOST = 20;

interface NotesBetweenProps {
  readonly placed: readonly PlacedNote[];
  /** Ordinals. */
  readonly a: number;
  readonly b: number;
  onGo(ordinal: number): void;
}

/** What readers have said about the stretch that is compared, and about the events in it. */
export function NotesBetween({ placed, a, b, onGo }: NotesBetweenProps) {
  const notes = notesBetween(placed, a, b);
  const [first] = notes;
  if (first === undefined) return null;
  return (
    <Disclosure
      className="max-h-[40%] flex-none overflow-y-auto border-line border-b px-3 py-1"
      summaryClassName="min-h-6 text-ink-2"
      summary={
        <span className="line-clamp-1">
          <strong className="font-medium text-ink">
            {notes.length === 1 ? '1 note' : `${countText(notes.length)} notes`}
          </strong>{' '}
          on these events{first.note.text === '' ? '' : ': '}
          <VisibleText text={first.note.text} />
        </span>
      }
    >
      <section aria-label="Notes on these events" className="flex flex-col gap-2 pb-1 pl-5">
        {notes.slice(0, MOST).map(({ note, from, to }) => (
          <NoteBeside key={note.id} note={note} onGo={() => onGo(to ?? from)} />
        ))}
        {notes.length > MOST ? (
          <p className="text-ink-3 text-sm">{countText(notes.length - MOST)} more in the list of notes.</p>
        ) : null}
      </section>
    </Disclosure>
  );
}
