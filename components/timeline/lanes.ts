/** Heights in the track, in CSS pixels: the flag has its lane above `top`, the labels of the ticks theirs below `base`. */
export const TRACK_HEIGHT = 84;

/** `labels`: their middle. Between them and the base there are five pixels for the triangle of the playhead. */
export const LANES = { top: 24, base: 66, labels: 77 } as const;
