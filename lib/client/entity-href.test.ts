import { expect, it } from 'vitest';
import { alongToEntity, entityHref, pageHref } from './entity-href.ts';

it('keeps the namespace and leaves defaults out', () => {
  const order = { namespace: 'main', type: 'order', id: 'a/b' };
  expect(entityHref(order)).toBe('/entities/order/a%2Fb');
  expect(entityHref({ ...order, namespace: 'demo' }, { at: '7' })).toBe(
    '/entities/order/a%2Fb?ns=demo&at=7&v=1',
  );
  expect(pageHref('/entities', 'main')).toBe('/entities');
  expect(pageHref('/entities', 'de mo', { type: 'a&b' })).toBe('/entities?type=a%26b&ns=de+mo');
});

it('takes the moment of the app along, except a position as things happened', () => {
  const zone = 'Asia/Kolkata';
  expect(alongToEntity({ asOf: '@7', axis: 'recorded', zone })).toEqual({ at: '@7', axis: 'recorded', zone });
  expect(alongToEntity({ asOf: '@7', axis: 'occurred', zone })).toEqual({ axis: 'occurred', zone });
  expect(alongToEntity({ asOf: null, axis: 'recorded', zone })).toEqual({ axis: null, zone });
});
