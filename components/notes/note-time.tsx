import { instantIso, instantText } from '#client/instant-text';
import { wholeSeconds } from '#client/notes/note-words';

/** When somebody wrote; its fractions of a second are in the tooltip. */
export function NoteTime({ micros }: { micros: bigint }) {
  return (
    <time
      dateTime={instantIso(micros)}
      title={instantText(micros)}
      className="whitespace-nowrap font-mono text-sm"
    >
      {wholeSeconds(micros)}
    </time>
  );
}
