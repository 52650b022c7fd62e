import { VisibleText } from '#components/ui/visible-text';

/** An event type, or how many others stand together. */
export function TypeName({ type, types }: { type: string | null; types: number }) {
  if (type !== null) return <VisibleText text={type} />;
  return (
    <span className="text-ink-2">
      {types.toLocaleString('en')} other {types === 1 ? 'type' : 'types'}
    </span>
  );
}
