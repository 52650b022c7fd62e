/**
 * What one audited action tells of its entity: an AWS CloudTrail record, a Kubernetes audit event (audit.k8s.io/v1), or any other
 * document.
 *
 * | log | tells |
 * |---|---|
 * | CloudTrail | `attributes`: request parameters, then response elements, merged (RFC 7396) |
 * | Kubernetes | `object`: the resource as the answer gives it, else as the request wrote or patched it |
 * | any other | `details`: the document of the last action |
 *
 * Reads and dry runs tell nothing. It does not guess from an action's name whether it writes.
 */
import { getOwn, isJsonObject, type Json, type JsonObject } from '../json/value.ts';
import { applyMergePatch } from '../patch/merge-patch.ts';
import { type ActionOutcome, failed, TELLS_NOTHING } from './action-outcome.ts';
import { kubernetesAction } from './kubernetes-action.ts';

export function auditedAction(document: Json, state: JsonObject): ActionOutcome {
  if (!isJsonObject(document)) return { mark: null, tells: { details: document } };
  if (isKubernetes(document)) return kubernetesAction(document, state);
  const failure = getOwn(document, 'errorCode') ?? getOwn(document, 'errorMessage') ?? null;
  if (failure !== null) {
    return failed([getOwn(document, 'errorCode'), getOwn(document, 'errorMessage')]);
  }
  if (getOwn(document, 'readOnly') === true) return TELLS_NOTHING;
  if (getOwn(document, 'eventSource') === undefined) return { mark: null, tells: { details: document } };
  return cloudTrailAction(document, state);
}

/** An event out of an EventList has no `apiVersion` of its own; an audit id and a stage are in every one. */
function isKubernetes(document: JsonObject): boolean {
  const version = getOwn(document, 'apiVersion');
  if (typeof version === 'string') return version.startsWith('audit.k8s.io/');
  return typeof getOwn(document, 'auditID') === 'string' && typeof getOwn(document, 'stage') === 'string';
}

function cloudTrailAction(document: JsonObject, state: JsonObject): ActionOutcome {
  const parts = [getOwn(document, 'requestParameters'), getOwn(document, 'responseElements')].filter(
    isJsonObject,
  );
  if (parts.length === 0) return TELLS_NOTHING;
  const known: Json | undefined = getOwn(state, 'attributes');
  return { mark: null, tells: { attributes: parts.reduce<Json | undefined>(applyMergePatch, known) ?? {} } };
}
