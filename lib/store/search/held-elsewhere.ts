import type { FoundValue } from './event-search.ts';

/** Whether the text of a leaf is that of an object or array, which is empty where no other leaf lies below it. */
export const isContainer = (text: string): boolean => text === '[]' || text === '{}';

/** The value of a field that holds other fields: theirs are the values. */
export const HELD_ELSEWHERE = { value: '', isCut: true } as const satisfies Omit<FoundValue, 'path'>;
