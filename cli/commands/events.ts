import type { Command } from 'commander';
import { formatInstant, type StoredEvent } from '#core';
import { eventDetail, streamEvents } from '#server';
import { print, runWithApp, type StoreOptions, say, withStoreOptions } from '../command-context.ts';
import { EXIT } from '../exit.ts';

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
        await print(options.json === true ? eventJson(event) : eventWords(event));
      }
      if (seen > 0) return EXIT.done;
      say(`No event names ${type} ${id}.`);
      return EXIT.notThen;
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

function eventWords(event: StoredEvent): string {
  const removed = event.removed ? '\tremoved' : '';
  return `${event.version}\t${formatInstant(event.recordedAt)}\t${event.type}\t${event.actor ?? '-'}${removed}`;
}
