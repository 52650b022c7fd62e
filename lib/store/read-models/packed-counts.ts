/**
 * Counts of the equal parts of a stretch of time, packed into an array of its row: hours of a day, days of a block.
 *
 * Every part has its place, whether anything is counted there or not, so that two arrays are added up place by place.
 */

export const HOURS_A_DAY = 24;
/** So many that a year of an actor is some twenty rows, so few that the row of somebody who was seen once is small. */
export const DAYS_A_BLOCK = 16;

/** Of a group of rows whose `part` counts from 0 on: how many rows each part has. */
export function countsOf(part: string, parts: number): string {
  return `ARRAY[${placesOf(parts).map((place) => `count(*) FILTER (WHERE ${part} = ${place - 1})`)}]`;
}

/** Where a row is there already: what it has and what is new. Written out, as a query for each row takes longer than the row. */
export function addedUp(table: string, column: string, parts: number): string {
  return `ARRAY[${placesOf(parts).map((place) => `${table}.${column}[${place}] + EXCLUDED.${column}[${place}]`)}]`;
}

const placesOf = (parts: number): readonly number[] => Array.from({ length: parts }, (_, nth) => nth + 1);
