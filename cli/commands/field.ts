import type { Command } from 'commander';
import { ok } from '#core';
import { type App, type FieldAnswer, readField, type Viewer } from '#server';
import { fieldJson } from '#wire';
import { sayUnknown } from '../absent.ts';
import { type AxisOptions, withAxisOption } from '../axis-option.ts';
import { runWithApp, type StoreOptions, withStoreOptions } from '../command-context.ts';
import { eventWords } from '../event-line.ts';
import { EXIT } from '../exit.ts';
import { print, printWords, refuse, say } from '../output.ts';

type Options = StoreOptions & AxisOptions & { readonly json?: boolean };

/** `chronoscope field`: every value that one path took. */
export function registerField(program: Command): void {
  const command = program
    .command('field')
    .description(
      'every value that one field of an entity took, objects and arrays whole, and the event that gave it',
    )
    .argument('<type>', 'entity type')
    .argument('<id>', 'entity id')
    .argument(
      '<path>',
      'where the field stands, as chronoscope blame lists it (/status, /lines/0/price, /lines/~=A-100/price)',
    )
    .option('--json', 'one JSON document');
  withStoreOptions(withAxisOption(command, 'the stream’s own')).action(
    (type: string, id: string, path: string, options: Options) =>
      runWithApp(options, async (viewer, app) => {
        const asked = { namespace: options.namespace, axis: options.axis ?? null, type, id, path };
        const field = await readWhole(viewer, app, asked);
        if (!field.ok) return refuse(field.error);
        if (field.value === null) return sayUnknown(viewer, app, asked);
        if (options.json === true) await print(fieldJson(field.value));
        else await printValues(field.value);
        return EXIT.done;
      }),
  );
}

/** Page by page, until there is no next one. */
async function readWhole(
  viewer: Viewer,
  app: App,
  asked: Parameters<typeof readField>[2],
): ReturnType<typeof readField> {
  const pages: FieldAnswer['values'][] = [];
  for (let after = 0; ; ) {
    const page = await readField(viewer, app, { ...asked, after });
    if (!page.ok || page.value === null) return page;
    pages.push(page.value.values);
    if (page.value.next === null) return ok({ ...page.value, values: pages.flat() });
    after = page.value.next;
  }
}

async function printValues({ path, values, axis }: FieldAnswer): Promise<void> {
  for (const { text, event } of values)
    await printWords(`${text ?? '(removed)'}  (${eventWords(event, axis)})`);
  say(
    values.length === 0
      ? `No event set ${path} or anything in it. chronoscope blame lists the paths that there are.`
      : `${values.length} ${values.length === 1 ? 'value' : 'values'}.`,
  );
}
