import { typesHref } from '#client/catalogue-href';
import { Button } from '#components/ui/button';
import { Link } from '#components/ui/link';
import { appTimeParams, TYPE_SORTS, type TypeSort, type TypesView } from '#wire';

const FIELD = 'h-8 min-w-0 rounded-md border border-line-2 bg-surface px-2 text-ink placeholder:text-ink-3';
const LABEL = 'flex min-w-0 flex-col gap-1 text-ink-2 text-sm';

export const SORT_WORDS: Readonly<Record<TypeSort, string>> = {
  events: 'Most events',
  name: 'Name',
  first: 'First seen',
  last: 'Last seen',
};

/** Which types, and in which order. A plain form: its answer is an address. */
export function TypesForm({ view }: { view: TypesView }) {
  const { namespace, time, text, sort } = view;
  return (
    <form action="/types" method="get" className="flex flex-wrap items-end gap-3">
      {namespace === 'main' ? null : <input type="hidden" name="ns" value={namespace} />}
      {Object.entries(appTimeParams(time)).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label className={`${LABEL} max-sm:flex-1`}>
        Name contains
        <input
          name="q"
          type="search"
          defaultValue={text}
          key={text}
          placeholder="order"
          autoComplete="off"
          spellCheck={false}
          className={`${FIELD} w-64 font-mono max-sm:w-full`}
        />
      </label>
      <label className={LABEL}>
        Order
        <select name="sort" defaultValue={sort} key={sort} className={`${FIELD} text-base`}>
          {TYPE_SORTS.map((one) => (
            <option key={one} value={one}>
              {SORT_WORDS[one]}
            </option>
          ))}
        </select>
      </label>
      <Button type="submit" look="outlined" className="h-8">
        Show
      </Button>
      {text === '' ? null : (
        <Link
          href={typesHref({ ...view, text: '' })}
          className="flex h-8 items-center rounded-md px-2 text-ink-2 hover:bg-sunken hover:text-ink"
        >
          Clear
        </Link>
      )}
    </form>
  );
}
