import { expect, it } from 'vitest';
import { storedEvent } from '../testing/stored-event.ts';
import { eventDetails } from './event-details.ts';

it('says of each event what the upcasters made of it, or in which words they failed', async () => {
  const events = [1, 2, 3].map((version) => storedEvent({ version, payload: '{"a":1.10}' }));
  const upcast = async () => [{ schemaVersion: 3, text: '{"b":1.10}' }, { problem: 'no price' }, null];
  expect(await eventDetails({ upcast }, 'main', events)).toMatchObject([
    { payload: '{"a":1.10}', upcast: '{"b":1.10}', upcastVersion: 3, upcastProblem: null },
    { payload: '{"a":1.10}', upcast: null, upcastVersion: null, upcastProblem: 'no price' },
    { payload: '{"a":1.10}', upcast: null, upcastVersion: null, upcastProblem: null },
  ]);
});
