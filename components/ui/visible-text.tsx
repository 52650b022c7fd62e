import type { ReactNode } from 'react';
import { isPlain, visibleRuns } from '#client/visible-runs';

export { visibleString } from '#client/visible-runs';

/**
 * Any text that came from outside: control and bidirectional characters are shown by name, never obeyed.
 * `lines`: line breaks and tabs do what they do, for text in a `pre`.
 */
/** The same for rows of which there are many: plain text is itself, without a component of its own. */
export const visible = (text: string): ReactNode => (isPlain(text) ? text : <VisibleText text={text} />);

export function VisibleText({ text, lines = false }: { text: string; lines?: boolean }) {
  const runs = visibleRuns(text);
  if (runs.length === 1 && runs[0]?.name === null) return text;
  let offset = 0;
  return (
    <bdi>
      {runs.map((run) => {
        const key = offset;
        offset += run.text.length;
        if (run.name === null || (lines && (run.text === '\n' || run.text === '\t'))) return run.text;
        return (
          <span key={key} className="hidden-character" title={`The character ${run.name}, shown by its name`}>
            {run.name}
          </span>
        );
      })}
    </bdi>
  );
}
