import { type TogetherView, writeTogether } from '#wire';

/** The page of several entities on one clock. */
export function togetherHref(view: TogetherView): string {
  const query = writeTogether(view).toString();
  return query === '' ? '/together' : `/together?${query}`;
}
