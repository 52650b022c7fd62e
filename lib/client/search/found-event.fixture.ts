import type { FoundEventAnswer } from '#wire';

export const foundEvent = (position: number): FoundEventAnswer => ({
  position: String(position),
  entityType: 'order',
  entityId: 'O-1',
  version: position,
  type: 'Placed',
  actor: null,
  source: 'shop',
  eventId: `e-${position}`,
  correlationId: null,
  causationId: null,
  recordedAt: '2026-03-03T14:02:11Z',
  occurredAt: '2026-03-03T14:02:11Z',
  recordedIsOurs: false,
  occurredIsOurs: false,
  removed: false,
  late: false,
  outOfOrder: false,
  links: [],
  changes: [],
  changed: 0,
});
