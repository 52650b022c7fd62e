/** How a fold can fail to be ordinary. The state stays as it was, except for `literalLost` and `keyLost`. */
export const MARK_KINDS = [
  'foldError',
  'notHandled',
  'notADocument',
  'literalLost',
  'keyLost',
  'failedAction',
] as const;

export type MarkKind = (typeof MARK_KINDS)[number];
