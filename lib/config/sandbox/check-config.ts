/**
 * Reads what a configuration file exported, which may be anything, into what the sandbox works with. Every problem is
 * named by its path in the file: `namespaces.demo.entities.order.on.OrderPlaced is not a function`.
 */

import { checkEntity } from './check-entity.ts';
import { eventsOf } from './check-labels.ts';
import {
  type CheckedConfig,
  type CheckedNamespace,
  type CheckedUpcaster,
  isFunction,
} from './checked-config.ts';
import { entriesOf, Problems } from './problems.ts';

export function checkConfig(config: unknown): CheckedConfig {
  const problems = new Problems();
  const root = problems.record(
    config,
    'the default export (did you forget `export default defineConfig({ … })`?)',
  );
  problems.onlyKeys(root, ['namespaces'], '');
  const namespaces = entriesOf(problems.record(root.namespaces, 'namespaces')).map(([name, namespace]) =>
    checkNamespace(name, namespace, problems),
  );
  return { problems: problems.list, namespaces };
}

function checkNamespace(name: string, value: unknown, problems: Problems): CheckedNamespace {
  const at = `namespaces.${name}`;
  const namespace = problems.record(value, at);
  problems.onlyKeys(namespace, ['entities', 'events', 'upcasters'], `${at}.`);
  const entities = namespace.entities ?? {};
  return {
    name,
    events: eventsOf(namespace.events, at, problems),
    entities: entriesOf(problems.record(entities, `${at}.entities`)).map(([entityType, entity]) =>
      checkEntity(entityType, entity, `${at}.entities.${entityType}`, problems),
    ),
    upcasters: checkUpcasters(namespace.upcasters ?? [], `${at}.upcasters`, problems),
  };
}

function checkUpcasters(value: unknown, at: string, problems: Problems): readonly CheckedUpcaster[] {
  if (!Array.isArray(value)) {
    problems.add(`${at} is not an array`);
    return [];
  }
  return value.flatMap((step: unknown, index) => checkUpcaster(step, `${at}[${index}]`, problems));
}

function checkUpcaster(value: unknown, at: string, problems: Problems): readonly CheckedUpcaster[] {
  const step = problems.record(value, at);
  problems.onlyKeys(step, ['type', 'from', 'to', 'upcast'], `${at}.`);
  const { type, from, upcast } = step;
  if (typeof type !== 'string' || type === '')
    return problems.add(`${at}.type is not the name of an event type`);
  if (typeof from !== 'number' || !Number.isSafeInteger(from) || from < 0) {
    return problems.add(`${at}.from is not a schema version`);
  }
  const to = step.to ?? from + 1;
  if (to !== from + 1)
    return problems.add(`${at}.to is not ${from + 1}: one step goes from a schema version to the next`);
  if (!isFunction(upcast)) return problems.add(`${at}.upcast is not a function`);
  return [{ type, from, to: from + 1, upcast }];
}
