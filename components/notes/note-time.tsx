import { instantIso, instantText } from '#client/instant-text';
import { wholeSeconds } from '#client/notes/note-words';
import { useZone } from '#client/zone';

/** When somebody wrote; its fractions of a second are in the tooltip. */
export function NoteTime({ micros }: { micros: bigint }) {
  const zone = useZone();
  return (
    <time
      dateTime={instantIso(micros, zone)}
      title={instantText(micros, zone)}
      className="whitespace-nowrap font-mono text-sm"
    >
      {wholeSeconds(micros, zone)}
    </time>
  );
}
