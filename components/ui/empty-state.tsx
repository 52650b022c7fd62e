import type { ReactNode } from 'react';

/** Where there is nothing to show: what that means, and what to do next. */
export function EmptyState({
  icon,
  title,
  children,
}: {
  icon?: ReactNode;
  title: string;
  children?: ReactNode;
}) {
  return (
    <div className="mx-auto flex max-w-[420px] flex-col items-center gap-2 px-6 py-12 text-center">
      {icon === undefined ? null : (
        <span aria-hidden className="mb-1 text-ink-3">
          {icon}
        </span>
      )}
      <p className="font-semibold text-lg">{title}</p>
      <div className="flex flex-col items-center gap-3 text-ink-2">{children}</div>
    </div>
  );
}
