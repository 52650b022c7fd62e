/** Which schema versions the upcasters of a namespace read, so that their events can be told without asking for each. */
import type { App } from './app.ts';
import type { Viewer } from './viewer.ts';

export interface UpcasterStep {
  readonly type: string;
  readonly from: number;
}

/** `_viewer` as everywhere: that an upcaster is there is nobody's secret today. */
export function readUpcasters(_viewer: Viewer, app: App, namespace: string): readonly UpcasterStep[] {
  return app.config.stepsOf(namespace).map(({ type, from }) => ({ type, from }));
}
