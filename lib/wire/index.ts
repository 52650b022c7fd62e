/** The one door of wire: schemas of all that crosses HTTP or the URL. */
export * from './answers.ts';
export * from './building.ts';
export * from './entity-address.ts';
export * from './entity-answers.ts';
export * from './entity-cursor.ts';
export * from './entity-list.ts';
export * from './event-detail.ts';
export * from './event-stream.ts';
export * from './found-cursor.ts';
export * from './found-events.ts';
export * from './notes.ts';
export * from './outline.ts';
export * from './problem-json.ts';
export * from './related-events.ts';
export * from './text-matches.ts';
export * from './together-view.ts';
export * from './view.ts';
