import type { ComponentProps, ReactNode } from 'react';
import { Link } from './link.tsx';

type Look = 'quiet' | 'outlined' | 'solid';

const SHAPE =
  'inline-flex h-7 shrink-0 items-center justify-center gap-1.5 rounded-md px-2 whitespace-nowrap transition-colors disabled:text-ink-3 disabled:opacity-60 forced-colors:disabled:opacity-100 print:hidden';

const LOOKS: Record<Look, string> = {
  quiet: 'text-ink enabled:hover:bg-sunken aria-pressed:bg-sunken aria-pressed:font-medium',
  outlined:
    'border border-line-2 bg-surface text-ink enabled:hover:bg-sunken aria-pressed:bg-sunken aria-pressed:font-medium',
  solid: 'bg-ink px-3 text-surface enabled:hover:bg-ink-2',
};

export function Button({
  look = 'quiet',
  className = '',
  ...rest
}: ComponentProps<'button'> & { look?: Look }) {
  return <button type="button" className={`${SHAPE} ${LOOKS[look]} ${className}`} {...rest} />;
}

/** An icon alone: the label is both its name and its tooltip. */
export function IconButton({
  label,
  look = 'quiet',
  className = '',
  children,
  ...rest
}: Omit<ComponentProps<'button'>, 'aria-label' | 'title'> & {
  label: string;
  look?: Look;
  children: ReactNode;
}) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={`${SHAPE} w-7 px-0 ${LOOKS[look]} ${className}`}
      {...rest}
    >
      {children}
    </button>
  );
}

export function ButtonLink({
  look = 'outlined',
  className = '',
  ...rest
}: ComponentProps<typeof Link> & { look?: Look }) {
  return (
    <Link
      className={`${SHAPE} ${LOOKS[look]} ${look === 'solid' ? 'hover:bg-ink-2' : 'hover:bg-sunken'} ${className}`}
      {...rest}
    />
  );
}
