/** What a page does where the app stands at a position of the log, of which it knows nothing. */
export const CLOCKS_ALONE = 'counts by clocks, which know no position: it shows the store as it is now';
