const SHOWN_LINES = 4;
/** Its time and the number of its process, which no two lines share. */
const PREFIX = /^\S+ \S+ \S+ \[\d+\] /;

/**
 * Why a server ended, from what it wrote since it was started: the lines that name a cause, where there are some. The last lines of
 * all only say that it ended.
 */
export function lastWords(said: string): string {
  const lines = said.trim().split('\n');
  const causes = lines.filter((line) => /\b(FATAL|PANIC):/.test(line));
  return (causes.length > 0 ? causes : lines)
    .slice(-SHOWN_LINES)
    .map((line) => line.replace(PREFIX, ''))
    .join(' / ');
}
