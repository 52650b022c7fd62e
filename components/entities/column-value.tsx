import { valueText } from '#client/value-words';
import { colorOfJson } from '#components/ui/json-text';
import { Link } from '#components/ui/link';
import { VisibleText } from '#components/ui/visible-text';

/** As many characters as a cell shows at once. */
const AT_FIRST = 48;

/** The value that a field had then; a quiet dash where it had none. Long ones open, and what the list does not have leads to who has it. */
export function ColumnValue({
  value,
  href,
}: {
  value: { readonly value: string; readonly isCut: boolean } | null;
  /** The entity at that moment. */
  href: string;
}) {
  if (value === null)
    return (
      <span className="text-ink-3">
        <span aria-hidden>–</span>
        <span className="sr-only">not there</span>
      </span>
    );
  if (value.value === '')
    return (
      <Link
        href={href}
        aria-label="Holds other fields"
        className="font-mono text-sm underline underline-offset-2"
      >
        {'{…}'}
      </Link>
    );
  const text = value.isCut ? value.value : valueText(value.value);
  const look = `font-mono text-sm [overflow-wrap:break-word] ${colorOfJson(value.value)}`;
  if (text.length <= AT_FIRST && !value.isCut)
    return (
      <span className={look}>
        <VisibleText text={text} />
      </span>
    );
  return (
    <details className={look}>
      <summary className="min-h-6">
        <VisibleText text={text.slice(0, AT_FIRST)} />…
      </summary>
      <p className="max-h-48 overflow-y-auto whitespace-pre-wrap">
        <VisibleText text={text} lines />
        {value.isCut ? (
          <>
            …{' '}
            <Link href={href} className="font-text underline underline-offset-2">
              The whole of it
            </Link>
          </>
        ) : null}
      </p>
    </details>
  );
}
