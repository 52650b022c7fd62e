import type { Command } from 'commander';
import { EVENT_FLAGS, formatInstant, type StoredEvent } from '#core';
import { eventDetail, streamEvents, streamUpcastEvents } from '#server';
import { sayUnknown } from '../absent.ts';
import { runWithApp, type StoreOptions, withStoreOptions } from '../command-context.ts';
import { EXIT } from '../exit.ts';
import { print, printWords, say } from '../output.ts';

type Options = StoreOptions & { readonly json?: boolean; readonly upcast?: boolean };

export function registerEvents(program: Command): void {
  const command = program
    .command('events')
    .description('the stream of one entity, oldest first')
    .argument('<type>', 'entity type')
    .argument('<id>', 'entity id')
    .option('--json', 'one JSON object a line, with `payload` as its exact text')
    .option('--upcast', 'with --json: also what the upcasters made of each payload, as `upcast`');
  withStoreOptions(command).action((type: string, id: string, options: Options) =>
    runWithApp(options, async (viewer, app) => {
      if (options.upcast === true && options.json !== true) {
        say('--upcast adds to what --json writes: ask for both.');
        return EXIT.wrongUse;
      }
      const question = { namespace: options.namespace, type, id };
      let seen = 0;
      if (options.upcast === true) {
        for await (const { event, upcast } of streamUpcastEvents(viewer, app, question)) {
          seen += 1;
          await print(JSON.stringify(withInstants(event, eventDetail(event, upcast))));
        }
      } else {
        for await (const event of streamEvents(viewer, app, question)) {
          seen += 1;
          if (options.json === true) await print(eventJson(event));
          else await printWords(...eventColumns(event));
        }
      }
      return seen > 0 ? EXIT.done : sayUnknown(viewer, app, question);
    }),
  );
}

/** The payload as the text that came in. */
function eventJson(event: StoredEvent): string {
  const {
    upcast: _none,
    upcastVersion: _noVersion,
    upcastProblem: _noProblem,
    ...detail
  } = eventDetail(event, null);
  return JSON.stringify(withInstants(event, detail));
}

/** Instants as RFC 3339 with every digit. */
function withInstants(event: StoredEvent, detail: object): object {
  return {
    ...detail,
    occurredAt: formatInstant(event.occurredAt),
    recordedAt: formatInstant(event.recordedAt),
    ingestedAt: formatInstant(event.ingestedAt),
    recordedHigh: formatInstant(event.recordedHigh),
  };
}

/** A recorded time of our own says only when the import ran, so the time it happened stands there instead. */
function eventColumns(event: StoredEvent): readonly string[] {
  const recordedIsOurs = (event.flags & EVENT_FLAGS.recordedIsOurs) !== 0;
  const time = formatInstant(recordedIsOurs ? event.occurredAt : event.recordedAt);
  const columns = [String(event.version), time, event.type, event.actor ?? '-'];
  return event.removed ? [...columns, 'removed'] : columns;
}
