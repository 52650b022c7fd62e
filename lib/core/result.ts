/** An expected failure is a value; only broken preconditions throw. */
export type Result<T, E = Problem> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

/** A failure that a user can meet: `code` has a page in docs/errors (`CS-101`), `place` says where (offset, pointer, file:line). */
export interface Problem {
  readonly code: string;
  readonly message: string;
  readonly place?: string;
}

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export const fail = (
  code: string,
  message: string,
  place?: string,
): { readonly ok: false; readonly error: Problem } => ({
  ok: false,
  error: place === undefined ? { code, message } : { code, message, place },
});
