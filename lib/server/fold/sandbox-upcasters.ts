/** The user's upcasters as core knows them. An event type without a step never enters the sandbox, so its literals stay exact. */
import type { SandboxProgram } from '#config';
import { canonicalText, fail, type Json, type Result, type Upcasters, type Upcasts } from '#core';
import type { TimeLimit } from './time-limit.ts';

export function sandboxUpcasters(
  program: SandboxProgram,
  namespace: string,
  hash: string,
  limit: TimeLimit,
): Upcasters {
  const upcast = (type: string, schemaVersion: number, document: Json): Result<Upcasts> => {
    if (!program.hasStep(namespace, type, schemaVersion)) return unchanged(schemaVersion, document);
    let answer: Result<Upcasts> = fail('CS-142', `The upcaster of ${type} exceeded ${limit.milliseconds} ms`);
    limit.allows(() => {
      answer = program.upcast(namespace, type, schemaVersion, canonicalText(document));
    });
    return answer;
  };
  return { hash, upcast };
}

/** For folds that upcast on their own: adds the hash, changes nothing. */
export function upcastElsewhere(hash: string): Upcasters {
  return { hash, upcast: (_type, schemaVersion, document) => unchanged(schemaVersion, document) };
}

function unchanged(schemaVersion: number, document: Json): Result<Upcasts> {
  return { ok: true, value: { document, schemaVersion, ran: false, literalLost: false } };
}
