import { VisibleText } from '#components/ui/visible-text';

/** A path in a payload as text; the whole payload has a name instead. */
export function FieldPath({ path }: { path: string }) {
  if (path === '') return <>the payload</>;
  return (
    <code className="text-sm [overflow-wrap:anywhere]">
      <VisibleText text={path} />
    </code>
  );
}
