/** What is said where the store has not what was asked for; the exit code is the same for all of it. */
import { type App, listNamespaces, type Viewer } from '#server';
import { say } from './command-context.ts';
import { EXIT, type ExitCode } from './exit.ts';

interface AskedEntity {
  readonly namespace: string;
  readonly type: string;
  readonly id: string;
}

/** No event ever named the entity; a misspelled namespace is the likelier cause where there is none of that name. */
export async function sayUnknown(viewer: Viewer, app: App, asked: AskedEntity): Promise<ExitCode> {
  say(`No event names ${asked.type} ${asked.id}.`);
  await sayMissingNamespace(viewer, app, asked.namespace);
  return EXIT.notThen;
}

/** Some event names the entity, but it did not exist yet, or no more. */
export function sayNotThen(asked: Pick<AskedEntity, 'type' | 'id'>, at: string): ExitCode {
  say(`${asked.type} ${asked.id} did not exist at ${at}.`);
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
