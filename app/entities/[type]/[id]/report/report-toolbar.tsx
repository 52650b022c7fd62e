'use client';

import { Printer } from 'lucide-react';
import { Button, ButtonLink } from '#components/ui/button';

/** Above the sheet and never on it. */
export function ReportToolbar({ back }: { back: string }) {
  return (
    <header className="sticky top-0 z-10 flex min-h-12 items-center gap-2 border-line border-b bg-surface px-4 print:hidden">
      <ButtonLink href={back} look="quiet">
        ← Back to the entity
      </ButtonLink>
      <span className="min-w-0 flex-1" />
      <Button look="solid" onClick={() => window.print()}>
        <Printer aria-hidden size={14} />
        Print…
      </Button>
    </header>
  );
}
