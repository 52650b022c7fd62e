/** Which events of one stream hold a text: as far as one answer goes, with how far that was. */
import { ok, type Result } from '#core';
import type { TextMatches } from '#wire';
import type { App } from './app.ts';
import { unlessTooSlow } from './unless-too-slow.ts';
import type { Viewer } from './viewer.ts';

/** Events a statement; few enough that megabytes of payload each are still read within its time limit. */
const STRETCH = 1_000;
/** An answer is given after so long, so that whoever waits sees it go on. */
const LONGEST_MS = 1_000;

/** null: no event ever named this entity. CS-322: the database took too long. */
export async function searchEvents(
  _viewer: Viewer,
  app: App,
  question: {
    readonly namespace: string;
    readonly type: string;
    readonly id: string;
    readonly text: string;
    /** Go on behind this version. */
    readonly after: number;
  },
): Promise<Result<TextMatches | null>> {
  const { namespace, type: entityType, id: entityId, text } = question;
  const stream = await app.store.stream({ namespace, entityType, entityId });
  if (stream === null) return ok(null);
  const head = stream.version;
  const versions: number[] = [];
  const begun = performance.now();
  let through = Math.min(question.after, head);
  return unlessTooSlow(async () => {
    while (through < head) {
      const next = Math.min(head, through + STRETCH);
      versions.push(...(await app.store.versionsWithText(stream.id, text, through, next)));
      through = next;
      if (performance.now() - begun > LONGEST_MS) break;
    }
    return ok({ versions, through, head });
  });
}
