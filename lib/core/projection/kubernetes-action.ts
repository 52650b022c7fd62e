/**
 * One Kubernetes audit event. An action is logged up to three times (stages); only ResponseComplete says what came of it, so the
 * others are marked and change nothing.
 */
import { getOwn, isJsonArray, isJsonObject, type Json, type JsonObject } from '../json/value.ts';
import { applyPatch } from '../patch/json-patch.ts';
import { applyMergePatch } from '../patch/merge-patch.ts';
import { type ActionOutcome, failed, TELLS_NOTHING } from './action-outcome.ts';

export function kubernetesAction(document: JsonObject, state: JsonObject): ActionOutcome {
  const stage = getOwn(document, 'stage');
  const status = getOwn(document, 'responseStatus');
  const code = isJsonObject(status) ? getOwn(status, 'code') : undefined;
  if (stage === 'Panic' || (typeof code === 'number' && code >= 400)) {
    return failed(
      isJsonObject(status) ? [code, getOwn(status, 'reason'), getOwn(status, 'message')] : [stage],
    );
  }
  if (stage !== undefined && stage !== 'ResponseComplete') {
    const message = `This is the stage ${String(stage)}: only ResponseComplete says what came of the action.`;
    return { mark: { kind: 'notHandled', message } };
  }
  if (!writesObject(document)) return TELLS_NOTHING;
  const answer = getOwn(document, 'responseObject');
  if (isResource(answer)) return { mark: null, tells: { object: answer } };
  return asRequested(document, getOwn(state, 'object'));
}

/** Subresources whose body is the whole resource; others (`exec`, `token`, `scale`, …) carry something else. */
const WHOLE_OBJECT = ['status', 'finalize', 'approval', 'ephemeralcontainers', 'resize'];

function writesObject(document: JsonObject): boolean {
  const verb = getOwn(document, 'verb');
  if (verb !== 'create' && verb !== 'update' && verb !== 'patch' && verb !== 'delete') return false;
  const reference = getOwn(document, 'objectRef');
  const subresource = isJsonObject(reference) ? (getOwn(reference, 'subresource') ?? '') : '';
  const uri = getOwn(document, 'requestURI');
  const isDryRun = typeof uri === 'string' && /[?&]dryRun=All(&|$)/.test(uri);
  return !isDryRun && (subresource === '' || WHOLE_OBJECT.some((name) => name === subresource));
}

function isResource(answer: Json | undefined): answer is JsonObject {
  return (
    isJsonObject(answer) && getOwn(answer, 'kind') !== 'Status' && getOwn(answer, 'metadata') !== undefined
  );
}

/** Without an answer in the log (level Request), what was asked for is the best that is known. */
function asRequested(document: JsonObject, object: Json | undefined): ActionOutcome {
  const verb = getOwn(document, 'verb');
  const request = getOwn(document, 'requestObject');
  if (verb === 'patch' && isJsonArray(request)) {
    const patched = applyPatch(object, request);
    if (!patched.ok) return { mark: { kind: 'foldError', message: patched.error.message } };
    return { mark: null, tells: { object: patched.value ?? null } };
  }
  if (verb === 'patch' && isJsonObject(request)) {
    return { mark: null, tells: { object: applyMergePatch(object, request) } };
  }
  const isWhole = (verb === 'create' || verb === 'update') && isResource(request);
  return isWhole ? { mark: null, tells: { object: request } } : TELLS_NOTHING;
}
