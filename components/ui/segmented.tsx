'use client';

/** One choice of a few, all of them on show. */
export function Segmented<T extends string>({
  label,
  value,
  options,
  onChange,
  wide = false,
}: {
  label: string;
  value: T;
  options: readonly {
    readonly value: T;
    readonly text: string;
    readonly title?: string;
    readonly disabled?: boolean;
  }[];
  onChange(value: T): void;
  /** Takes the whole width, in equal parts. */
  wide?: boolean;
}) {
  return (
    <fieldset
      className={`h-7 shrink-0 overflow-hidden rounded-md border border-line-2 ${wide ? 'grid auto-cols-fr grid-flow-col' : 'inline-flex'}`}
    >
      <legend className="sr-only">{label}</legend>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          disabled={option.disabled}
          title={option.title}
          onClick={() => onChange(option.value)}
          className="border-line border-l px-2 text-ink-2 outline-offset-[-2px] transition-colors first:border-l-0 enabled:hover:bg-sunken aria-pressed:bg-sunken aria-pressed:font-medium aria-pressed:text-ink disabled:opacity-60"
        >
          {option.text}
        </button>
      ))}
    </fieldset>
  );
}
