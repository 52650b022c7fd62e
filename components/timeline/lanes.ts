/** Heights in the track, in CSS pixels: the flag has its lane above `top`, the labels of the ticks theirs below `base`. */
export const TRACK_HEIGHT = 84;

export const LANES = { top: 24, base: 66 } as const;
