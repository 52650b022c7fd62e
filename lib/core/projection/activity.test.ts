import { describe, expect, it } from 'vitest';
import { builtInProjection, foldStream, noUpcasters, type StoredEvent } from '#core';
import { streamOf } from '#testing';

describe('the kind activity', () => {
  it('tells the attributes that CloudTrail requests and answers name', () => {
    const [created, changed] = fold(
      cloudTrail('CreateBucket', {
        requestParameters: { name: 'logs', acl: 'private' },
        responseElements: { arn: 'x' },
      }),
      cloudTrail('PutBucketAcl', { requestParameters: { acl: 'public' }, responseElements: null }),
    );
    expect(created?.state).toMatchObject({ attributes: { name: 'logs', acl: 'private', arn: 'x' } });
    expect(changed?.state).toEqual({
      actions: { CreateBucket: 1, PutBucketAcl: 1 },
      lastAction: 'PutBucketAcl',
      lastActor: 'ada',
      attributes: { name: 'logs', acl: 'public', arn: 'x' },
    });
  });

  it('counts a read without taking its parameters', () => {
    const [, read] = fold(
      cloudTrail('CreateBucket', { requestParameters: { name: 'logs' } }),
      cloudTrail('GetBucketAcl', { readOnly: true, requestParameters: { host: 'h' } }),
    );
    expect(read?.state).toMatchObject({
      actions: { CreateBucket: 1, GetBucketAcl: 1 },
      lastAction: 'GetBucketAcl',
      attributes: { name: 'logs' },
    });
    expect(read?.mark).toBeNull();
  });

  it.each<[string, object]>([
    ['AccessDenied: no', { eventSource: 's3', errorCode: 'AccessDenied', errorMessage: 'no' }],
    ['Failed authentication', { eventSource: 'signin', errorMessage: 'Failed authentication' }],
    ['403: Forbidden', kubernetes('create', { responseStatus: { code: 403, reason: 'Forbidden' } })],
    ['Panic', kubernetes('create', { stage: 'Panic' })],
  ])('lets a failed action change nothing: %s', (words, document) => {
    const steps = fold({ type: 'Tried', payload: JSON.stringify(document) });
    expect(steps[0]).toMatchObject({
      state: undefined,
      changes: [],
      mark: { kind: 'failedAction', message: `The action failed: ${words}` },
    });
  });

  it('knows a Kubernetes event that was one of a list and so has no apiVersion of its own', () => {
    const { apiVersion: _list, ...event } = kubernetes('create', {
      responseObject: { kind: 'Pod', metadata: { name: 'web' } },
    });
    const [created] = fold({ type: 'create', payload: JSON.stringify({ ...event, auditID: 'a-1' }) });
    expect(created?.state).toMatchObject({ object: { kind: 'Pod', metadata: { name: 'web' } } });
    expect(created?.state).not.toHaveProperty('details');
  });

  it('shows a Kubernetes object as the answers give it', () => {
    const pod = (image: string) => ({ kind: 'Pod', metadata: { name: 'web' }, spec: { image } });
    const steps = fold(
      kube('create', { requestObject: pod('asked'), responseObject: pod('v1') }),
      kube('patch', { requestObject: { spec: { image: 'asked' } }, responseObject: pod('v2') }),
      kube('get', { responseObject: pod('read') }),
      kube('delete', { responseObject: { kind: 'Status', metadata: {}, status: 'Success' } }),
    );
    expect(steps.map(imageOf)).toEqual(['v1', 'v2', 'v2', 'v2']);
    expect(steps.at(-1)?.state).toMatchObject({ actions: { create: 1, patch: 1, get: 1, delete: 1 } });
  });

  it('falls back on what Kubernetes was asked for where the log has no answers', () => {
    const pod = { metadata: { name: 'web' }, spec: { image: 'v1' } };
    const steps = fold(
      kube('create', { requestObject: pod }),
      kube('patch', { requestObject: { spec: { image: 'v2' } } }),
      kube('patch', { requestObject: [{ op: 'replace', path: '/spec/image', value: 'v3' }] }),
      kube('patch', { requestObject: [{ op: 'remove', path: '/none' }] }),
    );
    expect(steps.map(imageOf)).toEqual(['v1', 'v2', 'v3', 'v3']);
    expect(steps.at(-1)?.mark?.kind).toBe('foldError');
  });

  it.each<[string, object]>([
    ['a dry run', { requestURI: '/api/v1/pods?fieldManager=x&dryRun=All' }],
    ['a subresource that is another thing', { objectRef: { subresource: 'exec' } }],
  ])('does not take %s for the object', (_what, extra) => {
    const responseObject = { kind: 'Pod', metadata: {}, spec: { image: 'v1' } };
    const [step] = fold(kube('create', { responseObject, ...extra }));
    expect(step?.state).toEqual({ actions: { create: 1 }, lastAction: 'create', lastActor: 'ada' });
  });

  it('counts one action of Kubernetes once, however many stages are logged', () => {
    const steps = fold(kube('create', { stage: 'RequestReceived' }), kube('create', {}));
    expect(steps.map((step) => step.mark?.kind)).toEqual(['notHandled', undefined]);
    expect(steps[1]?.state).toMatchObject({ actions: { create: 1 } });
  });

  it('shows of any other log what its last action said', () => {
    const [first, second] = fold(
      { type: '__proto__', payload: '{"note":"x"}' },
      { type: '__proto__', payload: '"y"' },
    );
    expect(first?.state).toMatchObject({ details: { note: 'x' }, lastActor: null });
    expect(JSON.stringify(second?.state)).toBe(
      '{"actions":{"__proto__":2},"lastAction":"__proto__","lastActor":null,"details":"y"}',
    );
  });
});

const fold = (...events: Partial<StoredEvent>[]) => [
  ...foldStream(streamOf(...events), builtInProjection('activity'), noUpcasters),
];

const action = (type: string, document: object) => ({
  type,
  actor: 'ada',
  payload: JSON.stringify(document),
});

const cloudTrail = (type: string, rest: object) => action(type, { eventSource: 's3.amazonaws.com', ...rest });

function kubernetes(verb: string, rest: object): Record<string, unknown> {
  return { kind: 'Event', apiVersion: 'audit.k8s.io/v1', stage: 'ResponseComplete', verb, ...rest };
}

const kube = (verb: string, rest: object) => action(verb, kubernetes(verb, rest));

const imageOf = ({ state }: { state: unknown }): unknown => Object(state).object.spec.image;
