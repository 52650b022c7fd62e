/** What a fold says of an event, in the few words that it is marked with, counted by and looked for with. */
import type { MarkKind } from '#core';

export const MARK_WORDS: Readonly<Record<MarkKind, string>> = {
  foldError: 'fold error',
  notHandled: 'not handled',
  notADocument: 'not a document',
  literalLost: 'number rounded',
  keyLost: 'goes by index',
  failedAction: 'failed',
};
