import { expect, it } from 'vitest';
import { lastWords } from './last-words.ts';

it('names what a server died of, and not only that it did', () => {
  const said = `2026-11-24 22:23:24.426 UTC [2132] LOG:  automatic recovery in progress
2026-11-24 22:23:24.507 UTC [2132] FATAL:  could not write to file "pg_wal/xlogtemp.2132": No space left on device
2026-11-24 22:23:24.511 UTC [2126] LOG:  startup process (PID 2132) exited with exit code 1
2026-11-24 22:23:24.511 UTC [2126] LOG:  terminating any other active server processes
2026-11-24 22:23:24.515 UTC [2126] LOG:  shutting down due to startup process failure
2026-11-24 22:23:24.524 UTC [2126] LOG:  database system is shut down
`;
  expect(lastWords(said)).toBe(
    'FATAL:  could not write to file "pg_wal/xlogtemp.2132": No space left on device',
  );
});

it('gives the last lines where no cause is named', () => {
  expect(lastWords('a\nb\nc\nd\ne\n')).toBe('b / c / d / e');
});
