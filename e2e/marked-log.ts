/** Doors that were opened, and more often were not, and plans whose changes cannot be applied: events with marks of two kinds. */
import type { Instance } from './fixtures.ts';

export const MARKED = { namespace: 'marked', opened: 4, refused: 60, unapplied: 3 } as const;

interface MarkedLine {
  readonly what: string;
  readonly content: unknown;
}

const OPENED: MarkedLine = { what: 'DoorOpened', content: { by: 'a key' } };
const REFUSED: MarkedLine = { what: 'DoorOpened', content: { errorCode: 'WrongKey' } };
const UNAPPLIED: MarkedLine = { what: 'WallMoved', content: [{ op: 'remove', path: '/no/such/wall' }] };

export async function importMarkedLog({ command }: Instance): Promise<void> {
  const { namespace, opened, refused, unapplied } = MARKED;
  const times = (count: number, line: MarkedLine) => Array.from({ length: count }, () => line);
  for (const [type, fold, lines] of [
    ['door', 'activity', [...times(opened, OPENED), ...times(refused, REFUSED)]],
    ['plan', 'patch', times(unapplied, UNAPPLIED)],
  ] as const) {
    const { exitCode, stderr } = await command(
      [
        ...['import', '-', '--format', 'ndjson', '--namespace', namespace, '--source', `${type}s`],
        ...['--entity-type', type, '--entity-id', '/id', '--event-type', '/what', '--payload', '/content'],
        ...['--occurred-at', '/happened', '--recorded-at', '/written', '--fold', fold],
      ],
      lines.map((line, nth) => `${JSON.stringify(dated(line, nth, lines.length))}\n`).join(''),
    );
    if (exitCode !== 0) throw new Error(`The ${type}s were not imported:\n${stderr}`);
  }
}

/** One a day, and what was written first happened last, so that a range has other events on either axis. */
function dated(line: MarkedLine, nth: number, all: number) {
  const day = (of: number): string => new Date(Date.UTC(2026, 2, 1 + of, 12)).toISOString();
  return { ...line, id: `no-${nth % 4}`, happened: day(all - 1 - nth), written: day(nth) };
}
