/** A share of all as a bar, with the number beside it. */
export function ShareBar({ share }: { share: number }) {
  return (
    <span className="flex items-center justify-end gap-2">
      <span aria-hidden className="h-1.5 w-16 overflow-hidden rounded-sm bg-sunken max-lg:hidden">
        <span className="block h-full bg-ink-3" style={{ width: `${Math.max(1.5, 100 * share)}%` }} />
      </span>
      <span className="w-14 text-right font-mono text-ink-2 text-sm">{percentText(share)}</span>
    </span>
  );
}

function percentText(share: number): string {
  const percent = 100 * share;
  return percent < 0.1 ? '< 0.1 %' : `${percent.toFixed(1)} %`;
}
