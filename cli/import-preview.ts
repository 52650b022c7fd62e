/** What `import --dry-run` shows: the first events as they would go in. */
import { formatInstant } from '#core';
import { type App, type ImportPreview, type ImportRequest, previewImport, type Viewer } from '#server';
import { EXIT, type ExitCode } from './exit.ts';
import { print, refuse, say } from './output.ts';
import { shownLines } from './shown-text.ts';

/** `app` null: there is no store yet. Events on stdout, one JSON object each; refusals and words on stderr. */
export async function showPreview(
  viewer: Viewer,
  app: App | null,
  request: ImportRequest,
  oneALine: boolean,
): Promise<ExitCode> {
  const preview = await previewImport(viewer, app, request);
  if (!preview.ok) return refuse(preview.error);
  const { events, refusals, notes } = preview.value;
  for (const { event, place } of events) {
    if (oneALine) await print(eventJson(event, place));
    else await print(shownLines(JSON.stringify(shownFields(event, place), null, 2)));
  }
  for (const { place, code, reason } of refusals) say(`refused ${place}: ${code} ${reason}`);
  for (const note of notes) say(note);
  say(
    `Dry run: ${events.length} events shown, ${refusals.length} lines refused on the way, nothing written.`,
  );
  return refusals.length === 0 ? EXIT.done : EXIT.refused;
}

type PreviewedEvent = ImportPreview['events'][number]['event'];

function eventJson(event: PreviewedEvent, place: string): string {
  const { occurredAt, recordedAt } = event;
  return JSON.stringify({
    place,
    ...event,
    occurredAt: occurredAt === null ? null : formatInstant(occurredAt),
    recordedAt: recordedAt === null ? null : formatInstant(recordedAt),
  });
}

/** What the source said, and what stands in for times that it did not say; fields without anything in them are left out. */
function shownFields(event: PreviewedEvent, place: string): Readonly<Record<string, unknown>> {
  const { occurredAt, recordedAt, payload, ...others } = event;
  const given = Object.entries(others).filter(([, value]) => !isEmpty(value));
  return {
    place,
    ...Object.fromEntries(given),
    payload,
    occurred: occurredAt === null ? 'not given, the recorded time will stand in' : formatInstant(occurredAt),
    recorded: recordedAt === null ? 'not given, the import time will stand in' : formatInstant(recordedAt),
  };
}

/** `removed: false` and `flags: 0` say nothing either. */
const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === false ||
  value === 0 ||
  value === '' ||
  (Array.isArray(value) && value.length === 0);
