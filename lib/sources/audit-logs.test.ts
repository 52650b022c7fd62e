import { describe, expect, test } from 'vitest';
import { EVENT_FLAGS, type NewEvent } from '#core';
import { cloudTrailFormat } from './cloudtrail.ts';
import { DefaultEventIds } from './default-event-id.ts';
import { JsonLine } from './json-line.ts';
import { k8sAuditFormat } from './k8s-audit.ts';
import type { RecordFormat } from './record-reader.ts';
import type { SourceItem } from './source.ts';

const CALL = {
  eventSource: 'iam.amazonaws.com',
  eventName: 'AttachRolePolicy',
  eventTime: '2023-07-10T11:42:36Z',
  eventID: 'e-1',
  userIdentity: { arn: 'arn:aws:iam::1:user/ann', accountId: '1' },
  requestParameters: { policyArn: 'arn:aws:iam::aws:policy/P', roleName: 'R' },
};

describe('cloudtrail', () => {
  const event = (fields: object): NewEvent => eventOf(cloudTrailFormat, { ...CALL, ...fields });

  test('the first ARN is the entity, the others are concerned too, each once', () => {
    const [role, key] = ['arn:aws:iam::1:role/R', 'arn:aws:kms:eu-west-1:1:key/K'];
    expect(event({ resources: [{ ARN: role }, { ARN: key }, { ARN: role }] })).toMatchObject({
      entityType: 'iam:role',
      entityId: role,
      links: [{ entityType: 'kms:key', entityId: key, role: 'resource' }],
      type: 'iam.AttachRolePolicy',
      actor: 'arn:aws:iam::1:user/ann',
      eventId: 'e-1',
      occurredAt: 1688989356000000n,
      recordedAt: null,
      flags: 0,
    });
  });

  test('a bucket and an object of it are told apart', () => {
    expect(event({ resources: [{ ARN: 'arn:aws:s3:::photos' }] }).entityType).toBe('s3:bucket');
    expect(event({ resources: [{ ARN: 'arn:aws:s3:::photos/a:b.jpg' }] }).entityType).toBe('s3:object');
  });

  test('without an ARN it is what the request names, by the noun of the call', () => {
    expect(event({})).toMatchObject({ entityType: 'iam:roleName', entityId: 'R', links: [] });
    expect(
      event({ requestParameters: { clientToken: 't', maxResults: 5, versionId: 'v', subnetId: 's' } }),
    ).toMatchObject({
      entityType: 'iam:subnetId',
      entityId: 's',
    });
  });

  test('else it is the service in the account', () => {
    expect(event({ requestParameters: null })).toMatchObject({
      entityType: 'account',
      entityId: 'iam.amazonaws.com:1',
    });
    expect(event({ requestParameters: null, recipientAccountId: '2' }).entityId).toBe('iam.amazonaws.com:2');
  });

  test('other documents are refused', () => {
    expect(itemOf(cloudTrailFormat, { eventName: 'x' })).toMatchObject({
      ok: false,
      refusal: { code: 'CS-206' },
    });
    expect(itemOf(cloudTrailFormat, { ...CALL, eventTime: 'yesterday' })).toMatchObject({
      ok: false,
      refusal: { code: 'CS-120' },
    });
  });
});

const REQUEST = {
  kind: 'Event',
  apiVersion: 'audit.k8s.io/v1',
  auditID: 'a-1',
  stage: 'ResponseComplete',
  verb: 'delete',
  requestURI: '/api/v1/namespaces/shop/pods/web',
  user: { username: 'admin' },
  objectRef: { resource: 'pods', namespace: 'shop', name: 'web' },
  responseStatus: { code: 200 },
  requestReceivedTimestamp: '2024-01-01T00:00:00.000001Z',
  stageTimestamp: '2024-01-01T00:00:60Z',
};

describe('k8s-audit', () => {
  const event = (fields: object): NewEvent => eventOf(k8sAuditFormat, { ...REQUEST, ...fields });

  test('the object is the entity, the stage makes the id, both times are given', () => {
    const leap = {
      requestReceivedTimestamp: '2016-12-31T23:59:60Z',
      stageTimestamp: '2017-01-01T00:00:00.000001Z',
    };
    expect(event(leap)).toMatchObject({
      entityType: 'pods',
      entityId: 'core/shop/pods/web',
      type: 'delete',
      actor: 'admin',
      eventId: 'a-1/ResponseComplete',
      recordedAt: 1483228800000001n,
      flags: EVENT_FLAGS.occurredLeap,
    });
  });

  const working = { stageTimestamp: '2024-01-01T00:00:01Z' };

  test.each([
    ['a delete that succeeded', {}, true],
    ['a delete that failed', { responseStatus: { code: 403 } }, false],
    ['a delete that was only received', { stage: 'RequestReceived', responseStatus: undefined }, false],
    ['a trial run', { requestURI: '/api/v1/namespaces/shop/pods/web?dryRun=All' }, false],
    ['a delete of a part', { objectRef: { ...REQUEST.objectRef, subresource: 'status' } }, false],
    ['a delete of many', { objectRef: { resource: 'pods', namespace: 'shop' } }, false],
    ['another verb', { verb: 'get' }, false],
  ])('%s: removed %s', (_name, fields, removed) => {
    expect(event({ ...working, ...fields }).removed).toBe(removed);
  });

  test('a generated name comes from the answer, a list is about all, a namespace is one entity', () => {
    const pods = { resource: 'pods', namespace: 'shop' };
    const created = { verb: 'create', objectRef: pods, responseObject: { metadata: { name: 'web-1' } } };
    expect(event({ ...working, ...created }).entityId).toBe('core/shop/pods/web-1');
    expect(event({ ...working, verb: 'list', objectRef: pods }).entityId).toBe('core/shop/pods/*');
    const inside = { resource: 'namespaces', namespace: 'shop', name: 'shop' };
    expect(event({ ...working, objectRef: inside }).entityId).toBe('core/-/namespaces/shop');
    expect(
      event({ ...working, objectRef: undefined, verb: 'get', requestURI: '/healthz?x=1' }),
    ).toMatchObject({
      entityType: 'nonResourceURL',
      entityId: '/healthz',
    });
  });

  test('who acts for another is the other, early versions have one timestamp, a subresource is in the type', () => {
    const early = {
      requestReceivedTimestamp: undefined,
      stageTimestamp: undefined,
      timestamp: '2017-09-11T19:55:05Z',
    };
    const exec = { verb: 'create', objectRef: { ...REQUEST.objectRef, subresource: 'exec' } };
    expect(event({ ...early, ...exec, impersonatedUser: { username: 'bob' } })).toMatchObject({
      type: 'create/exec',
      actor: 'bob',
      occurredAt: 1505159705000000n,
      recordedAt: null,
    });
  });

  test('other documents are refused with what is missing', () => {
    expect(itemOf(k8sAuditFormat, { kind: 0 })).toMatchObject({
      ok: false,
      refusal: { code: 'CS-207', reason: expect.stringContaining('kind is 0') },
    });
    expect(itemOf(k8sAuditFormat, { ...REQUEST, ...working, verb: undefined })).toMatchObject({ ok: false });
  });
});

function eventOf(format: RecordFormat, record: object): NewEvent {
  const item = itemOf(format, record);
  if (item?.ok !== true) throw new Error(JSON.stringify(item));
  return item.event;
}

function itemOf(format: RecordFormat, record: object): SourceItem | null {
  const raw = Buffer.from(JSON.stringify(record));
  const line = JsonLine.read(raw, format.lineBytes);
  if (!line.ok) throw new Error(line.error.message);
  const ids = new DefaultEventIds('00', 's');
  return format.toItem({ line: line.value, source: 's', sourceRef: 's:1', place: 's:1', raw, ids });
}
