import type { ReactNode } from 'react';
import { Button } from '#components/ui/button';
import { ChangeStepper } from './change-stepper.tsx';

/** Above a look: which change is looked at, and whether all that is alike is shown too. */
export function LookBar({
  lookSwitch,
  place,
  count,
  onStep,
  showsAll,
  onShowAll,
  onIgnoreOrder,
  children,
}: {
  lookSwitch: ReactNode;
  place: number | null;
  count: number;
  onStep(by: 1 | -1): void;
  /** null: there is nothing to fold. */
  showsAll: boolean | null;
  onShowAll(): void;
  /** null: no list has another order. */
  onIgnoreOrder: (() => void) | null;
  children?: ReactNode;
}) {
  return (
    <div className="flex min-h-9 flex-none flex-wrap items-center gap-x-2 gap-y-0.5 border-line border-b px-3 py-0.5">
      {lookSwitch}
      <div className="min-w-0 flex-1 text-ink-3">{children}</div>
      {onIgnoreOrder === null ? null : (
        <Button onClick={onIgnoreOrder} title="Leave out that elements of a list stand in another order">
          Ignore order
        </Button>
      )}
      {showsAll === null ? null : (
        <Button aria-pressed={showsAll} onClick={onShowAll} title="Show what is alike on both sides too">
          Unchanged
        </Button>
      )}
      <ChangeStepper place={place} count={count} onStep={onStep} />
    </div>
  );
}
