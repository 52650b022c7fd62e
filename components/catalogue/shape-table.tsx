import { microsOf } from '#client/search/micros-of';
import { Tag } from '#components/ui/tag';
import { VisibleText } from '#components/ui/visible-text';
import type { Axis } from '#core';
import { presenceText } from '#core';
import type { EventTypeDetailAnswer } from '#wire';
import { Day } from './day.tsx';
import { driftWords } from './drift-words.ts';
import type { Mentioned } from './placed-link.tsx';

type Field = EventTypeDetailAnswer['fields'][number];

/** Every place of the payloads, below the one that it is in, with its types and how often it was there. */
export function ShapeTable({
  fields,
  drift,
  places,
  axis,
}: {
  fields: readonly Field[];
  drift: EventTypeDetailAnswer['drift'];
  places: ReadonlyMap<string, Mentioned>;
  axis: Axis;
}) {
  return (
    <section
      aria-label="Fields of the payload"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className="overflow-x-auto border-line border-y bg-surface max-sm:-mx-4 sm:rounded-md sm:border"
    >
      <table className="w-full border-collapse">
        <thead>
          <tr className="border-line border-b text-left text-ink-3 text-sm">
            <th scope="col" className="py-1.5 pr-3 pl-4 font-medium">
              Field
            </th>
            <th scope="col" className="px-3 py-1.5 font-medium">
              Type
            </th>
            <th scope="col" className="px-3 py-1.5 text-right font-medium">
              Present
            </th>
            {drift.length === 0 ? null : (
              <th scope="col" className="px-3 py-1.5 pr-4 font-medium max-sm:hidden">
                Changes
              </th>
            )}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {fields.map((field) => (
            <FieldRow
              key={`${field.placeIn} ${field.path}`}
              field={field}
              marks={drift.length === 0 ? null : drift.filter(({ path }) => path === field.path)}
              places={places}
              axis={axis}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function FieldRow({
  field,
  marks,
  places,
  axis,
}: {
  field: Field;
  /** null: no field of the payload has any. */
  marks: EventTypeDetailAnswer['drift'] | null;
  places: ReadonlyMap<string, Mentioned>;
  axis: Axis;
}) {
  return (
    <tr className="hover:bg-sunken">
      <th
        scope="row"
        className="py-1 pr-3 text-left font-normal [overflow-wrap:anywhere]"
        style={{ paddingLeft: 16 + 16 * field.depth }}
        title={field.path === '' ? undefined : field.path}
      >
        <FieldName field={field} />
      </th>
      <td className="px-3 py-1 text-ink-2">
        {field.kinds.map(({ kind }, nth) => (
          <span key={kind}>
            {nth === 0 ? '' : ' or '}
            {kind === 'null' ? <span className="text-ink-3">null</span> : kind}
          </span>
        ))}
      </td>
      <td className="whitespace-nowrap px-3 py-1 text-right font-mono text-ink-2 text-sm">
        {presenceText(field)}
      </td>
      {marks === null ? null : (
        <td className="px-3 py-1 pr-4 max-sm:hidden">
          <span className="flex flex-wrap items-baseline gap-x-3">
            {marks.map((mark) => {
              const event = places.get(mark.at);
              return (
                <span key={`${mark.what} ${mark.at}`} className="inline-flex items-baseline gap-1.5">
                  <Tag tone="warn">{driftWords(mark)}</Tag>
                  {event === undefined ? null : (
                    <span className="text-ink-3 text-sm">
                      <Day micros={microsOf(axis === 'recorded' ? event.recordedAt : event.occurredAt)} />
                    </span>
                  )}
                </span>
              );
            })}
          </span>
        </td>
      )}
    </tr>
  );
}

function FieldName({ field: { placeIn, name } }: { field: Field }) {
  switch (placeIn) {
    case 'document':
      return <span className="text-ink-2">the payload</span>;
    case 'element':
      return <span className="text-ink-2">each element</span>;
    case 'value':
      return <span className="text-ink-2">each value, by name</span>;
    default:
      return <code className="text-sm">{name === '' ? '(empty name)' : <VisibleText text={name} />}</code>;
  }
}
