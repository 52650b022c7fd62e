import { type SequenceView, writeSequenceView } from '#wire';

/** The same sequence, but for what is changed; another list begins with its newest. */
export function sequenceHref(view: SequenceView, change: Partial<SequenceView> = {}): string {
  const query = writeSequenceView({ ...view, after: null, ...change }).toString();
  return query === '' ? '/sequences' : `/sequences?${query}`;
}

/** All that the list shows, as a file. */
export function sequenceExportHref({ namespace, text, reached, time }: SequenceView, format: string): string {
  const params = new URLSearchParams({ ns: namespace, q: text, format });
  if (reached !== null) params.set('reached', String(reached));
  const { asOf, axis, zone } = time;
  if (asOf !== null) params.set('as_of', asOf);
  if (asOf !== null && axis === 'occurred') params.set('axis', axis);
  if (zone !== null && zone !== 'local') params.set('zone', zone);
  return `/api/v1/sequences/export?${params}`;
}
