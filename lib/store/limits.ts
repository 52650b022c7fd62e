/**
 * The bounds that are the store's alone; those of the whole product are LIMITS of #core. Bytes are those of UTF-8. The checks of
 * the tables repeat them, as the last wall.
 *
 * Depth and number of keys of a payload are the parser's: the store keeps text and parses nothing.
 */
export const STORE_LIMITS = {
  /** A source reference is a path of the longest kind, a colon and a line. */
  sourceRefBytes: 4_608,
  linksPerEvent: 1_000,
  /** Events a page of reads. */
  pageEvents: 5_000,
  /** Events that are not searchable yet and are looked through all the same, which takes some seconds. */
  unsearchedEvents: 500_000,
  /** Found events that a summary is made of, where it is not made of all of them. */
  summaryEvents: 20_000,
  /** Rows a page of entities. */
  pageEntities: 1_000,
  /** Rows of what differs between two moments: one comparison finds all, so that few of them are worth many. */
  comparedEntities: 20_000,
  /** Versions and schema versions are 32-bit integers. */
  int32: 2_147_483_647,
  /** Refusals listed for one whole append; all are counted. */
  listedRefusals: 10_000,
  /** Refused lines kept for one import; all are counted. */
  keptRefusals: 10_000,
  /** Refused lines shown with an import. */
  shownRefusals: 100,
  /** Problems listed by verify; that there are more is said. */
  listedProblems: 100,
} as const;

export { OWN_TYPE_PREFIX } from '#core';

/** The one source that may append events of such types. */
export const OWN_SOURCE = '$chronoscope';
