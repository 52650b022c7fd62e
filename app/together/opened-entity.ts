/** What the page found of each entity that it was asked for. */
import type { EntityName } from '#client/entity-href';
import type { ReplaySource } from '#client/replay/replay';
import type { EntityLabels } from '#client/wording/labels';
import type { Problem } from '#core';

export type OpenedEntity = { readonly entity: EntityName; readonly labels: EntityLabels } & (
  | { readonly what: 'open'; readonly source: ReplaySource }
  | { readonly what: 'missing' }
  | { readonly what: 'building'; readonly events: number; readonly folded: number }
  | { readonly what: 'failed'; readonly problem: Problem }
);
