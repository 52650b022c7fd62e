/** The one door of the use cases. Every one takes the viewer first and the app second. */
export * from './app.ts';
export * from './history-document.ts';
export * from './read-blame.ts';
export * from './read-diff.ts';
export * from './read-entities.ts';
export * from './read-events.ts';
export * from './read-health.ts';
export * from './read-state.ts';
export * from './read-status.ts';
export * from './server-app.ts';
export * from './settings.ts';
export * from './viewer.ts';
