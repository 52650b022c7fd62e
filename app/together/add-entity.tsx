import { Plus } from 'lucide-react';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { useFoundEntities } from '#client/commands/found-entities';
import { Button } from '#components/ui/button';
import { decodeId, MOST_TOGETHER, type NamedEntity } from '#wire';

/** One more entity beside the others: its type and id, or the address of its page. */
export function AddEntity({
  namespace,
  entities,
  onShow,
}: {
  namespace: string;
  entities: readonly NamedEntity[];
  onShow(entities: readonly NamedEntity[]): void;
}) {
  const ids = { field: useId(), problem: useId(), found: useId() };
  const field = useRef<HTMLInputElement>(null);
  useFocusAfterAdding(field, entities);
  const [typed, setTyped] = useState('');
  const found = useFoundEntities(namespace, typed);
  const offered = found.entities.filter((entity) => !isAmong(entity, entities));
  const [problem, setProblem] = useState<string | null>(null);
  const add = (event: FormEvent) => {
    event.preventDefault();
    const entity = entityOf(typed);
    const why = problemWith(entity, entities);
    setProblem(why);
    if (why !== null || entity === null) return;
    setTyped('');
    added = namesOf([...entities, entity]);
    onShow([...entities, entity]);
  };
  return (
    <form onSubmit={add} className="relative flex min-w-0 items-center gap-1 print:hidden">
      <label htmlFor={ids.field} className="sr-only">
        Add an entity, as type and id
      </label>
      <input
        ref={field}
        id={ids.field}
        list={ids.found}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        aria-invalid={problem !== null}
        aria-describedby={ids.problem}
        placeholder="order/4711"
        autoComplete="off"
        spellCheck={false}
        className="h-7 w-36 min-w-0 rounded-md border border-line-2 bg-surface px-2 font-mono text-sm placeholder:text-ink-3"
      />
      <datalist id={ids.found}>
        {offered.map(({ type, id }) => (
          <option key={`${type}/${id}`} value={`${type}/${id}`} />
        ))}
      </datalist>
      <Button type="submit" look="outlined">
        <Plus aria-hidden size={14} /> Add
      </Button>
      <p
        id={ids.problem}
        role="alert"
        hidden={problem === null}
        className="absolute top-9 left-0 z-30 w-max max-w-72 rounded-md border border-line-2 bg-surface px-2 py-1 text-rem text-sm shadow-pop"
      >
        {problem}
      </p>
    </form>
  );
}

/** The entities with the one that was added last: another set of them is another screen, whose field goes on with the next. */
let added: string | null = null;

function useFocusAfterAdding(
  field: { readonly current: HTMLInputElement | null },
  entities: readonly NamedEntity[],
): void {
  const names = namesOf(entities);
  useEffect(() => {
    if (added !== names) return;
    added = null;
    // Who has gone elsewhere while it was read stays there.
    if (document.activeElement === null || document.activeElement === document.body) field.current?.focus();
  }, [names, field]);
}

const namesOf = (entities: readonly NamedEntity[]): string =>
  JSON.stringify(entities.map(({ type, id }) => [type, id]));

const isAmong = (entity: NamedEntity, entities: readonly NamedEntity[]): boolean =>
  entities.some(({ type, id }) => type === entity.type && id === entity.id);

function problemWith(entity: NamedEntity | null, entities: readonly NamedEntity[]): string | null {
  if (entity === null) return 'Write the type, a slash and the id, such as order/4711.';
  if (isAmong(entity, entities)) return 'It is here already.';
  return entities.length === MOST_TOGETHER
    ? `There is room for ${MOST_TOGETHER}: take one away first.`
    : null;
}

/** The first slash parts type and id; what was copied from an address bar is decoded as addresses are. */
function entityOf(typed: string): NamedEntity | null {
  const text = typed.trim();
  const address = /\/entities\/([^/?#]+)\/([^/?#]+)/.exec(text);
  if (address !== null) {
    const type = decodeId(address[1] ?? '');
    const id = decodeId(address[2] ?? '');
    return type === null || id === null ? null : { type, id };
  }
  const slash = text.indexOf('/');
  return slash < 1 ? null : { type: text.slice(0, slash), id: text.slice(slash + 1) };
}
