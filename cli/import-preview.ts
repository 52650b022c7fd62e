/** What `import --dry-run` shows: the first events as they would go in. */
import { formatInstant } from '#core';
import { type App, type ImportRequest, previewImport, type Viewer } from '#server';
import { print, refuse, say } from './command-context.ts';
import { EXIT, type ExitCode } from './exit.ts';

/** Events on stdout, one JSON object each; refusals and words on stderr. */
export async function showPreview(
  viewer: Viewer,
  app: App,
  request: ImportRequest,
  oneALine: boolean,
): Promise<ExitCode> {
  const preview = await previewImport(viewer, app, request);
  if (!preview.ok) {
    refuse(preview.error, EXIT.wrongUse);
    return EXIT.wrongUse;
  }
  const { events, refusals, notes } = preview.value;
  for (const { event, place } of events) {
    const shown = {
      place,
      ...event,
      occurredAt: instantOrNull(event.occurredAt),
      recordedAt: instantOrNull(event.recordedAt),
    };
    await print(JSON.stringify(shown, null, oneALine ? undefined : 2));
  }
  for (const { place, code, reason } of refusals) say(`refused ${place}: ${code} ${reason}`);
  for (const note of notes) say(note);
  say(
    `Dry run: ${events.length} events shown, ${refusals.length} lines refused on the way, nothing written.`,
  );
  return refusals.length === 0 ? EXIT.done : EXIT.refused;
}

const instantOrNull = (micros: bigint | null): string | null =>
  micros === null ? null : formatInstant(micros);
