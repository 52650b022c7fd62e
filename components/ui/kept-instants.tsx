import type { ReactNode } from 'react';
import { instantRuns } from '#client/instant-runs';
import { visible } from './visible-text.tsx';

/** Text from outside in which dates and times stay on one line wherever that has the room for them. */
export function KeptInstants({ text }: { text: string }): ReactNode {
  const runs = instantRuns(text);
  if (runs.length === 1) return visible(text);
  let offset = 0;
  return runs.map((run) => {
    const key = offset;
    offset += run.text.length;
    return (
      <KeptTogether key={key} isKept={run.isKept}>
        {run.isKept ? <KeptText text={run.text} /> : visible(run.text)}
      </KeptTogether>
    );
  });
}

/** Of what is wider than a line, the fraction of a second goes to the next one first. */
export function KeptText({ text }: { text: string }): ReactNode {
  const point = text.indexOf('.');
  if (point === -1) return visible(text);
  return (
    <>
      {visible(text.slice(0, point))}
      <wbr />
      {visible(text.slice(point))}
    </>
  );
}

/** What lies in a box of its own is only broken where it alone is wider than a line. */
export function KeptTogether({ isKept, children }: { isKept: boolean; children: ReactNode }): ReactNode {
  if (!isKept) return children;
  // The line through what was is not drawn through such a box by itself.
  return <span className="inline-block max-w-full [text-decoration:inherit]">{children}</span>;
}
