import { stepTime } from '#client/notes/note-words';
import type { WrittenNote } from '#wire';
import { NoteSentence } from './note-sentence.tsx';
import { NoteText } from './note-text.tsx';
import { NoteTime } from './note-time.tsx';

/** A note beside what it is about; a long one folds away. `onGo`: its place leads there. */
export function NoteBeside({ note, onGo }: { note: WrittenNote; onGo: (() => void) | null }) {
  const [added] = note.steps;
  return (
    <div className="border-note border-l-2 pl-3">
      <NoteSentence note={note} onGo={onGo} />
      {note.text === '' ? null : <NoteText text={note.text} short />}
      <p className="text-ink-3">{added === undefined ? null : <NoteTime micros={stepTime(added)} />}</p>
    </div>
  );
}
