/**
 * Which entity a CloudTrail record is about: the first ARN of `resources` (the others "also concern" the event), else the
 * resource that the request names, else the service in the account.
 *
 * | from | entity type | entity id |
 * |---|---|---|
 * | `arn:aws:iam::1234:role/x` | `iam:role` | the ARN |
 * | `requestParameters.roleName` = `x` | `iam:roleName` | `x` |
 * | neither | `account` | `iam.amazonaws.com:1234` |
 */
import { type EventLink, isJsonObject, type Json } from '#core';
import { arrayAt, fieldAt, stringAt } from './json-fields.ts';

export interface EntityName {
  readonly entityType: string;
  readonly entityId: string;
}

export function cloudTrailEntity(record: Json): EntityName & { readonly links: readonly EventLink[] } {
  const [first, ...others] = arnsOf(record).map(entityOfArn);
  if (first !== undefined)
    return { ...first, links: others.map((other) => ({ ...other, role: 'resource' })) };
  return { ...(requestedEntity(record) ?? accountEntity(record)), links: [] };
}

/** `s3.amazonaws.com` → `s3`. */
export function serviceOf(record: Json): string {
  return (stringAt(record, 'eventSource') ?? 'unknown').replace(/\.amazonaws\.com(?:\.cn)?$/, '');
}

/** Each once, in the record's order. */
function arnsOf(record: Json): readonly string[] {
  const arns = arrayAt(record, 'resources').flatMap((resource) => stringAt(resource, 'ARN') ?? []);
  return [...new Set(arns)];
}

/** The kind is the first word of the resource part; a bucket's ARN is the bucket's name alone. */
function entityOfArn(arn: string): EntityName {
  const [, , service = '', , , ...resource] = arn.split(':');
  const kind = resource.join(':').match(/^([^:/]+)[:/]./)?.[1];
  if (service === 's3') return { entityType: kind === undefined ? 's3:bucket' : 's3:object', entityId: arn };
  return { entityType: `${service}:${kind ?? 'resource'}`, entityId: arn };
}

/** Keys that name a resource; `clientRequestToken`, `maxResults` and their like do not. */
const NAMING_KEY = /(?:^name|^bucket|Name|Id|Identifier|Arn|ARN)$/;
/** These end like names, but say how or which part, not what. */
const NOT_NAMING = /^(?:versionId|requestId|clientRequestId|resourceContentHash|attributeName)$/;

/** Of several names the one whose noun stands first in the event's name: AttachRolePolicy is about `roleName`. */
function requestedEntity(record: Json): EntityName | null {
  const parameters = fieldAt(record, 'requestParameters');
  if (!isJsonObject(parameters)) return null;
  const eventName = (stringAt(record, 'eventName') ?? '').toLowerCase();
  let best: { readonly key: string; readonly value: string; readonly rank: number } | null = null;
  for (const key of Object.keys(parameters)) {
    const value = stringAt(parameters, key);
    if (value === null || !NAMING_KEY.test(key) || NOT_NAMING.test(key)) continue;
    const rank = rankOf(key, eventName);
    if (best === null || rank < best.rank) best = { key, value, rank };
  }
  return best === null ? null : { entityType: `${serviceOf(record)}:${best.key}`, entityId: best.value };
}

function rankOf(key: string, eventName: string): number {
  const noun = key.replace(/(?:Name|Id|Identifier|Arn|ARN)$/, '').toLowerCase();
  const at = noun === '' ? -1 : eventName.indexOf(noun);
  return at === -1 ? Number.MAX_SAFE_INTEGER : at;
}

function accountEntity(record: Json): EntityName {
  const account =
    stringAt(record, 'recipientAccountId') ?? stringAt(record, 'userIdentity', 'accountId') ?? 'unknown';
  return { entityType: 'account', entityId: `${stringAt(record, 'eventSource') ?? 'unknown'}:${account}` };
}
