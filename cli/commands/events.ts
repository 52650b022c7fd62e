import type { Command } from 'commander';
import { EVENT_FLAGS, formatInstant, type StoredEvent } from '#core';
import { eventDetail, streamEvents } from '#server';
import { sayUnknown } from '../absent.ts';
import { runWithApp, type StoreOptions, withStoreOptions } from '../command-context.ts';
import { EXIT } from '../exit.ts';
import { print, printWords } from '../output.ts';

type Options = StoreOptions & { readonly json?: boolean };

export function registerEvents(program: Command): void {
  const command = program
    .command('events')
    .description('the stream of one entity, oldest first')
    .argument('<type>', 'entity type')
    .argument('<id>', 'entity id')
    .option('--json', 'one JSON object a line, with `payload` as its exact text');
  withStoreOptions(command).action((type: string, id: string, options: Options) =>
    runWithApp(options, async (viewer, app) => {
      let seen = 0;
      for await (const event of streamEvents(viewer, app, { namespace: options.namespace, type, id })) {
        seen += 1;
        if (options.json === true) await print(eventJson(event));
        else await printWords(...eventColumns(event));
      }
      return seen > 0 ? EXIT.done : sayUnknown(viewer, app, { namespace: options.namespace, type, id });
    }),
  );
}

/** Instants as RFC 3339 with every digit, the payload as the text that came in. */
function eventJson(event: StoredEvent): string {
  const { upcast: _none, ...detail } = eventDetail(event, null);
  return JSON.stringify({
    ...detail,
    occurredAt: formatInstant(event.occurredAt),
    recordedAt: formatInstant(event.recordedAt),
    ingestedAt: formatInstant(event.ingestedAt),
    recordedHigh: formatInstant(event.recordedHigh),
  });
}

/** A recorded time of our own says only when the import ran, so the time it happened stands there instead. */
function eventColumns(event: StoredEvent): readonly string[] {
  const recordedIsOurs = (event.flags & EVENT_FLAGS.recordedIsOurs) !== 0;
  const time = formatInstant(recordedIsOurs ? event.occurredAt : event.recordedAt);
  const columns = [String(event.version), time, event.type, event.actor ?? '-'];
  return event.removed ? [...columns, 'removed'] : columns;
}
