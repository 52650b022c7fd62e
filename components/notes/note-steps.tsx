import { stepTime, writerOf } from '#client/notes/note-words';
import { VisibleText } from '#components/ui/visible-text';
import type { WrittenNote } from '#wire';
import { NoteText } from './note-text.tsx';
import { NoteTime } from './note-time.tsx';

/** All that was said of a note, the oldest first. */
export function NoteSteps({ note }: { note: WrittenNote }) {
  return (
    <ol aria-label="History of the note" className="flex flex-col gap-1.5 border-line-2 border-l pl-3">
      {note.steps.map((step) => (
        <li key={step.version}>
          <p className="text-ink-2 text-sm">
            {WHATS[step.what]} by <VisibleText text={writerOf(step)} />
            {step.declaredName === null || step.actor === null ? null : (
              <>
                {' '}
                (<VisibleText text={step.actor} />)
              </>
            )}
            , <NoteTime micros={stepTime(step)} />
          </p>
          {step.what === 'removed' ? null : step.text === '' ? (
            <p className="text-ink-3">no text</p>
          ) : (
            <NoteText text={step.text} />
          )}
        </li>
      ))}
    </ol>
  );
}

const WHATS = { added: 'Added', edited: 'Edited', removed: 'Removed' } as const;
