/**
 * An expected failure as a value, in the shape that the whole house uses for it. Written down here again because this room
 * imports none of the others.
 */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: DatabaseProblem };

/** `code` has a page in docs/errors; `place` is the folder, file or server it is about. */
export interface DatabaseProblem {
  readonly code: string;
  readonly message: string;
  readonly place: string;
}

export const ok = <T>(value: T): Outcome<T> => ({ ok: true, value });

export const fail = (code: string, message: string, place: string): Outcome<never> => ({
  ok: false,
  error: { code, message, place },
});
