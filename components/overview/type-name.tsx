import { EventTypeWords } from '#components/ui/names';

/** An event type, or how many others stand together. */
export function TypeName({ type, types }: { type: string | null; types: number }) {
  if (type !== null) return <EventTypeWords type={type} />;
  return (
    <span className="text-ink-2">
      {types.toLocaleString('en')} other {types === 1 ? 'type' : 'types'}
    </span>
  );
}
