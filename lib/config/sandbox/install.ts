/** Leaves the program of a configuration behind in its sandbox; the generated entry of the bundle calls it. */
import { createUpcasters, noUpcasters, ok, parsePlain, type Upcasters } from '#core';
import { checkConfig } from './check-config.ts';
import type { CheckedConfig, CheckedNamespace } from './checked-config.ts';
import { startFold } from './fold.ts';
import type { Description, SandboxProgram } from './program.ts';

export function install(config: unknown): void {
  const checked = checkConfig(config);
  const program: SandboxProgram = {
    describe: () => JSON.stringify(descriptionOf(checked)),
    startFold: (namespace, entityType) => {
      const found = namespaceOf(checked, namespace);
      const reducer = found?.entities.find((entity) => entity.entityType === entityType)?.reducer;
      return found === undefined || reducer === undefined || reducer === null
        ? null
        : startFold(reducer, upcastersOf(found));
    },
    hasStep: (namespace, type, schemaVersion) =>
      namespaceOf(checked, namespace)?.upcasters.some(
        (step) => step.type === type && step.from === schemaVersion,
      ) ?? false,
    upcast: (namespace, type, schemaVersion, text) => {
      const document = parsePlain(text);
      if (!document.ok) return document;
      const upcast = upcastersOf(namespaceOf(checked, namespace)).upcast(
        type,
        schemaVersion,
        document.value.value,
      );
      return upcast.ok ? ok({ ...upcast.value, literalLost: document.value.literalLost }) : upcast;
    },
  };
  Object.defineProperty(globalThis, 'chronoscope', { value: Object.freeze(program) });
}

function descriptionOf(config: CheckedConfig): Description {
  const problems = [...config.problems, ...config.namespaces.flatMap(upcasterProblems)];
  if (problems.length > 0) return { ok: false, problems };
  const namespaces = config.namespaces.map(({ name, events, entities, upcasters }) => ({
    name,
    events,
    entities: entities.map(({ reducer: _code, ...entity }) => entity),
    steps: upcasters.map(({ type, from, to }) => ({ type, from, to })),
  }));
  return { ok: true, metadata: { namespaces } };
}

/** Gaps and duplicates, in core's words. */
function upcasterProblems(namespace: CheckedNamespace): readonly string[] {
  const made = createUpcasters(namespace.upcasters, '');
  return made.ok ? [] : [`namespaces.${namespace.name}.upcasters: ${made.error.message}`];
}

function upcastersOf(namespace: CheckedNamespace | undefined): Upcasters {
  if (namespace === undefined) return noUpcasters;
  const made = createUpcasters(namespace.upcasters, '');
  if (!made.ok) throw new Error(made.error.message);
  return made.value;
}

function namespaceOf(config: CheckedConfig, name: string): CheckedNamespace | undefined {
  return config.namespaces.find((namespace) => namespace.name === name);
}
