/** The one door of core. Each export below is documented where it is defined. */
export * from './event.ts';
export * from './history/history.ts';
export * from './json/value.ts';
export * from './moment.ts';
export * from './projection/projection.ts';
export * from './result.ts';
export * from './time/instant.ts';
