import { type EntitiesView, writeEntitiesView } from '#wire';

/** What a form of the list leaves as it is, as fields that nobody sees. */
export function KeptFields({ view, without }: { view: EntitiesView; without: Partial<EntitiesView> }) {
  const kept = [...writeEntitiesView({ ...view, after: null, ...without })];
  return kept.map(([name, value]) => (
    <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
  ));
}
