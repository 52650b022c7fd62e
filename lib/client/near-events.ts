/** Events between which everything on screen moves together; to a farther one it is drawn anew. */

/** Rows of a list that may be in sight on either side of the selected one. */
export const ROWS_AROUND = 24;

/** Of two ordinals. */
export const isFar = (one: number, other: number): boolean => Math.abs(one - other) > ROWS_AROUND;
