/** What the configuration calls an entity type and its fields. */
import type { App } from './app.ts';
import type { Viewer } from './viewer.ts';

export interface Labels {
  /** null: none is given. */
  readonly label: string | null;
  /** By JSON Pointer, in which `*` stands for any one step. */
  readonly fields: readonly (readonly [pattern: string, label: string])[];
}

/** `_viewer` as everywhere: labels are nobody's secret today. */
export function readLabels(_viewer: Viewer, app: App, namespace: string, entityType: string): Labels {
  const { label, fields } = app.config.labelsOf(namespace, entityType) ?? { label: null, fields: [] };
  return { label, fields };
}
