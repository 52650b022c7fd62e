/**
 * Which entity a Kubernetes audit event is about: type `pods`, id `apiGroup/namespace/resource/name`.
 *
 * `core` stands for the API group without a name, `-` for no namespace and `*` for all objects of a kind (list, watch); neither
 * can be a name in Kubernetes. A request that is about no object (`/healthz`) has the type `nonResourceURL`.
 */
import type { Json } from '#core';
import { fieldAt, stringAt } from './json-fields.ts';

export interface EntityName {
  readonly entityType: string;
  readonly entityId: string;
}

export function k8sEntity(event: Json): EntityName | null {
  const reference = fieldAt(event, 'objectRef');
  const resource = stringAt(reference, 'resource');
  if (resource === null) return urlEntity(event);
  const group = stringAt(reference, 'apiGroup') ?? 'core';
  const name = stringAt(reference, 'name') ?? createdName(event) ?? '*';
  const id = [group, namespaceOf(reference, group, resource), resource, name].join('/');
  return { entityType: resource, entityId: id };
}

/** A namespace is created outside of any and deleted "inside" itself: it stays one entity. */
function namespaceOf(reference: Json | undefined, group: string, resource: string): string {
  if (group === 'core' && resource === 'namespaces') return '-';
  return stringAt(reference, 'namespace') ?? '-';
}

/** Objects with a generated name get it only in the answer. */
function createdName(event: Json): string | null {
  if (stringAt(event, 'verb') !== 'create') return null;
  return (
    stringAt(event, 'responseObject', 'metadata', 'name') ??
    stringAt(event, 'requestObject', 'metadata', 'name')
  );
}

function urlEntity(event: Json): EntityName | null {
  const path = stringAt(event, 'requestURI')?.split('?')[0];
  return path === undefined ? null : { entityType: 'nonResourceURL', entityId: path };
}
