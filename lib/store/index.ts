/** The one door of the store. */
export * from './store.ts';
