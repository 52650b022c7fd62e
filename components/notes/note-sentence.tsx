import { placeWords, writerOf } from '#client/notes/note-words';
import { VisibleText } from '#components/ui/visible-text';
import type { WrittenNote } from '#wire';

/** "alice noted on event 812, field /status". The place leads there, where the history has it. */
export function NoteSentence({ note, onGo }: { note: WrittenNote; onGo: (() => void) | null }) {
  const { on, kind } = note;
  const [added] = note.steps;
  return (
    <p className="min-w-0 [overflow-wrap:anywhere]">
      <b className="font-semibold" title={givenName(note)}>
        <VisibleText text={added === undefined ? 'somebody' : writerOf(added)} />
      </b>{' '}
      {kind === 'bookmark' ? 'bookmarked' : 'noted on'}{' '}
      {onGo === null ? (
        <span>{placeWords(on)}</span>
      ) : (
        <button
          type="button"
          onClick={onGo}
          className="min-h-6 underline decoration-line-2 underline-offset-2 hover:decoration-ink"
        >
          {placeWords(on)}
        </button>
      )}
      {on.path === null ? null : (
        <>
          , field{' '}
          <span className="font-mono text-sm">
            {on.path === '' ? '(all of it)' : <VisibleText text={on.path} />}
          </span>
        </>
      )}
    </p>
  );
}

function givenName({ steps: [added] }: WrittenNote): string {
  return added?.declaredName == null
    ? 'No name was given'
    : 'The name that the writer gave; nobody checked it';
}
