/** What the running app says on stderr, from the level of CHRONOSCOPE_LOG_LEVEL on. */
import type { Settings } from '#server';
import { sayLines } from '../output.ts';

export type LogLevel = Settings['logLevel'];

export interface Log {
  /** A request that failed unforeseen. */
  error(text: string): void;
  /** What goes on all the same: a database that had to be started again, a demo that was not loaded. */
  warn(text: string): void;
  info(text: string): void;
  /** Every request, without its query, which may hold the token. */
  debug(text: string): void;
}

const LOUDEST_FIRST: readonly LogLevel[] = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'];

export function logFrom(level: LogLevel, write: (text: string) => void = sayLines): Log {
  const saying = (of: LogLevel) => (text: string) => {
    if (LOUDEST_FIRST.indexOf(of) <= LOUDEST_FIRST.indexOf(level)) write(text);
  };
  return { error: saying('error'), warn: saying('warn'), info: saying('info'), debug: saying('debug') };
}
