/**
 * Folds one stream with a user's reducer, inside the sandbox.
 *
 * Nothing a reducer does ends the fold: a throw, a result that is not JSON or a type it does not know leave the state as
 * it was and mark the event.
 */
import { type EventMark, type Json, parsePlain, type Upcasters } from '#core';
import { NOT_HANDLED } from '../define.ts';
import type { CheckedReducer } from './checked-config.ts';
import { NotJson, plainJson } from './plain-json.ts';
import type { SandboxEvent, SandboxFold, SandboxOutcome } from './program.ts';

export function startFold(reducer: CheckedReducer, upcasters: Upcasters): SandboxFold {
  const user: UserCode = {
    reducer,
    upcasters,
    initial: reducer.initial === undefined ? undefined : plainJson(reducer.initial),
  };
  let batch: readonly SandboxEvent[] = [];
  let outcomes: SandboxOutcome[] = [];
  let carried: Json | undefined;
  /** Read from the outcomes, because a time limit may cut in between any two statements; undefined is absent. */
  const before = (event: SandboxEvent): Json | undefined => {
    if (event.afresh) return undefined;
    const last = outcomes.at(-1);
    return last === undefined ? carried : last.state;
  };
  return {
    adopt: (state) => plainJson(JSON.parse(state)),
    load: (events, state) => {
      carried = state;
      batch = events;
      outcomes = [];
    },
    get done() {
      return outcomes.length;
    },
    get outcomes() {
      return outcomes;
    },
    run: (until) => {
      for (
        let event = batch[outcomes.length];
        event !== undefined && outcomes.length < until;
        event = batch[outcomes.length]
      ) {
        outcomes.push(evolve(user, before(event), event));
      }
    },
    skip: (message) => {
      const event = batch[outcomes.length];
      if (event !== undefined) outcomes.push(failed(before(event), message));
    },
  };
}

interface UserCode {
  readonly reducer: CheckedReducer;
  readonly upcasters: Upcasters;
  readonly initial: Json | undefined;
}

function evolve(
  { reducer, upcasters, initial }: UserCode,
  state: Json | undefined,
  event: SandboxEvent,
): SandboxOutcome {
  const parsed = parsePlain(event.document);
  if (!parsed.ok) return failed(state, parsed.error.message);
  const upcast = upcasters.upcast(event.type, event.schemaVersion, parsed.value.value);
  if (!upcast.ok) return failed(state, upcast.error.message);
  const { document, schemaVersion } = upcast.value;
  const evolveOne = reducer.evolveOf(event.type);
  if (evolveOne === null) return notHandled(state, event.type);
  try {
    const answer = evolveOne(
      state === undefined ? initial : state,
      seenByUser(event, schemaVersion, frozen(document)),
    );
    if (answer === NOT_HANDLED) return notHandled(state, event.type);
    return { before: state, state: plainJson(answer), mark: parsed.value.literalLost ? literalLost : null };
  } catch (error) {
    return failed(state, messageOf(error));
  }
}

function seenByUser(event: SandboxEvent, schemaVersion: number, payload: Json): object {
  const { document: _text, afresh: _afresh, ...header } = event;
  return Object.freeze({ ...header, schemaVersion, payload });
}

/** Not checked to be JSON: `1E400` is Infinity here, and harms only where a reducer puts it into the state. */
function frozen(document: Json): Json {
  if (typeof document !== 'object' || document === null) return document;
  for (const member of Object.values(document)) frozen(member);
  return Object.freeze(document);
}

const literalLost: EventMark = {
  kind: 'literalLost',
  message:
    'The reducer sees numbers as doubles; a number of this payload is not written so that a double gives it back.',
};

function notHandled(state: Json | undefined, type: string): SandboxOutcome {
  return {
    before: state,
    state,
    mark: { kind: 'notHandled', message: `The reducer does not handle ${type}.` },
  };
}

function failed(state: Json | undefined, message: string): SandboxOutcome {
  return { before: state, state, mark: { kind: 'foldError', message } };
}

/** What was thrown may itself throw when it is asked for words. */
function messageOf(error: unknown): string {
  try {
    if (error instanceof NotJson) return `The reducer's result is not JSON: ${error.message}`;
    return `The reducer failed: ${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}`;
  } catch {
    return 'The reducer failed, and what it threw cannot be put into words.';
  }
}
