import { SlidersHorizontal } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button } from '#components/ui/button';
import { Modal } from '#components/ui/modal';

/** Where there is no room beside the table, what the events have in common is opened over it. */
export function FacetsDrawer({ children }: { children: ReactNode }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button className="lg:hidden" aria-haspopup="dialog" onClick={() => setIsOpen(true)}>
        <SlidersHorizontal aria-hidden size={14} />
        Narrow down
      </Button>
      {isOpen ? (
        <Modal
          label="What the events have in common"
          className="mt-auto mb-0 w-full max-w-full max-h-[80dvh] rounded-b-none sm:max-w-[480px]"
          onClose={() => setIsOpen(false)}
        >
          <div className="flex items-center border-line border-b px-3 py-1.5">
            <h2 className="flex-1 font-semibold">Narrow down</h2>
            <Button onClick={() => setIsOpen(false)}>Done</Button>
          </div>
          <div className="min-h-0 overflow-y-auto px-4 py-3">{children}</div>
        </Modal>
      ) : null}
    </>
  );
}
