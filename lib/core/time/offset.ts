/** Offsets from UTC as RFC 3339 writes them: `Z`, `+02:00`, `-08:00`; `-00:00` (unknown) counts as UTC. */
import { fail, ok, type Result } from '../result.ts';

/** Seconds ahead of UTC. Fails with CS-121 for anything beyond ±23:59, such as `+518:00`. */
export function offsetSeconds(text: string): Result<number> {
  if (text === 'Z' || text === 'z') return ok(0);
  const match = /^([+-])(\d{2}):(\d{2})$/.exec(text);
  const hours = Number(match?.[2] ?? 99);
  const minutes = Number(match?.[3] ?? 99);
  if (hours > 23 || minutes > 59) {
    return fail(
      'CS-121',
      `There is no offset ${JSON.stringify(text)}: offsets lie between -23:59 and +23:59.`,
    );
  }
  return ok((match?.[1] === '-' ? -1 : 1) * (hours * 3600 + minutes * 60));
}
