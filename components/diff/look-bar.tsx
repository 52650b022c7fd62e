import { ArrowDownUp, UnfoldVertical } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '#components/ui/button';
import { ChangeStepper } from './change-stepper.tsx';

/** Above a look: which one it is, which change is looked at, and whether all that is alike is shown too. */
export function LookBar({
  lookSwitch,
  place,
  count,
  onStep,
  showsAll,
  onShowAll,
  onIgnoreOrder,
  children = null,
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
  /** Shown where it has a line of its own to stand in. */
  children?: ReactNode;
}) {
  return (
    <div className="flex min-h-9 flex-none flex-wrap items-center gap-x-1 gap-y-0.5 border-line border-b px-3 py-0.5">
      {/* It stays under the pointer, whatever else a look has to say in the bar. */}
      <span className="-order-2 flex">{lookSwitch}</span>
      <span className="flex-1" />
      {onIgnoreOrder === null ? null : (
        <Button onClick={onIgnoreOrder} title="Leave out that elements of a list stand in another order">
          <ArrowDownUp aria-hidden size={14} />
          <span className="@max-2xl:sr-only">Ignore order</span>
        </Button>
      )}
      {showsAll === null ? null : (
        <Button aria-pressed={showsAll} onClick={onShowAll} title="Show what is alike on both sides, too">
          <UnfoldVertical aria-hidden size={14} />
          <span className="@max-2xl:sr-only">Show unchanged</span>
        </Button>
      )}
      <ChangeStepper place={place} count={count} onStep={onStep} />
      {children}
    </div>
  );
}
