/** A short mark beside a row; its title says in full what it means. */
export function Tag({
  children,
  title,
  tone = 'warn',
}: {
  children: string;
  title?: string;
  tone?: 'warn' | 'quiet';
}) {
  const color = tone === 'warn' ? 'text-rem' : 'text-ink-3';
  return (
    <span
      title={title}
      className={`shrink-0 rounded-sm border border-current px-1 text-xs leading-[14px] ${color}`}
    >
      {children}
    </span>
  );
}
