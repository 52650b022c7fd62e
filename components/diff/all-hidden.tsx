import { EyeOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { countText } from '#client/playhead-words';
import { Button } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';

/** Everything that differs is left out: that is not the same as no difference, and it says so. */
export function AllHidden({ hidden, lead, onShow }: { hidden: number; lead: ReactNode; onShow(): void }) {
  return (
    <>
      <div className="flex min-h-8 flex-none items-center border-line border-b px-3 py-0.5">{lead}</div>
      <EmptyState title="Nothing left to show" icon={<EyeOff size={24} />}>
        <p>
          {countText(hidden)} {hidden === 1 ? 'field differs' : 'fields differ'}, and your rules leave{' '}
          {hidden === 1 ? 'it' : 'them'} out.
        </p>
        <Button look="outlined" onClick={onShow}>
          Leave nothing out
        </Button>
      </EmptyState>
    </>
  );
}
