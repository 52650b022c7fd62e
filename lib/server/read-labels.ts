/** What the configuration calls an entity type, its fields and the types of its events. */
import type { App } from './app.ts';
import type { Viewer } from './viewer.ts';

export interface Labels {
  /** null: none is given. */
  readonly label: string | null;
  /** By JSON Pointer, in which `*` stands for any one step. */
  readonly fields: readonly (readonly [pattern: string, label: string])[];
  /** Of event types. */
  readonly events: readonly (readonly [type: string, label: string])[];
  /** Objects that are an amount of money, and the names of the two members that say it. */
  readonly money: readonly (readonly [pattern: string, amount: string, currency: string])[];
}

/** `_viewer` as everywhere: labels are nobody's secret today. */
export function readLabels(_viewer: Viewer, app: App, namespace: string, entityType: string): Labels {
  const { label, fields, money } = app.config.labelsOf(namespace, entityType) ?? NOT_LISTED;
  return { label, fields, money, events: app.config.eventLabelsOf(namespace) };
}

const NOT_LISTED = { label: null, fields: [], money: [] };
