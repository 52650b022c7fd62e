import { ChevronDown, ChevronUp } from 'lucide-react';
import { countText } from '#client/playhead-words';
import { IconButton } from '#components/ui/button';

/** Which change is looked at, and the way to its neighbours. */
export function ChangeStepper({
  place,
  count,
  onStep,
}: {
  /** From 1; null: none of them. */
  place: number | null;
  count: number;
  onStep(by: 1 | -1): void;
}) {
  const all = countText(count);
  return (
    <div className="flex items-center gap-0.5 print:hidden">
      <span aria-live="polite" className="mr-1 whitespace-nowrap text-ink-3">
        {place === null
          ? `${all} ${count === 1 ? 'change' : 'changes'}`
          : `Change ${countText(place)} of ${all}`}
      </span>
      <IconButton
        label="Previous change (Shift+F7, or K in the list)"
        disabled={count === 0}
        onClick={() => onStep(-1)}
      >
        <ChevronUp aria-hidden size={15} />
      </IconButton>
      <IconButton label="Next change (F7, or J in the list)" disabled={count === 0} onClick={() => onStep(1)}>
        <ChevronDown aria-hidden size={15} />
      </IconButton>
    </div>
  );
}
