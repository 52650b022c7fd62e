/** What is said where the store has not what was asked for; the exit code is the same for all of it. */
import { type App, listNamespaces, type Viewer } from '#server';
import { EXIT, type ExitCode } from './exit.ts';
import { say } from './output.ts';

interface Entity {
  readonly namespace: string;
  readonly type: string;
  readonly id: string;
}

/** The entity did not exist at that moment; `known`: some event names it. */
export async function sayAbsent(
  viewer: Viewer,
  app: App,
  asked: Entity & { readonly at: string },
  { known }: { readonly known: boolean },
): Promise<ExitCode> {
  if (!known) return sayUnknown(viewer, app, asked);
  say(`${asked.type} ${asked.id} did not exist at ${asked.at}.`);
  return EXIT.notThen;
}

/** No event ever named the entity; a misspelled namespace is the likelier cause where there is none of that name. */
export async function sayUnknown(viewer: Viewer, app: App, asked: Entity): Promise<ExitCode> {
  say(`No event names ${asked.type} ${asked.id}.`);
  await sayMissingNamespace(viewer, app, asked.namespace);
  return EXIT.notThen;
}

/** True where no event is in the namespace, after naming those that there are. */
export async function sayMissingNamespace(viewer: Viewer, app: App, namespace: string): Promise<boolean> {
  const names = await listNamespaces(viewer, app);
  if (names.includes(namespace)) return false;
  const others = names.length === 0 ? 'The store is empty.' : `The store has: ${names.join(', ')}.`;
  say(`No event is in the namespace ${namespace}. ${others}`);
  return true;
}
