'use client';

import { Button } from '#components/ui/button';
import { Modal } from '#components/ui/modal';

/** In the place of a dialog whose script did not come. */
export function DialogNotLoaded({ onClose }: { onClose(): void }) {
  return (
    <Modal label="Not loaded" className="max-w-[420px]" onClose={onClose}>
      <div className="flex flex-col items-start gap-3 p-4">
        <p>
          The server could not be reached for this part of the page. What is on screen stays; read the page
          anew once the server is back.
        </p>
        <Button look="outlined" onClick={onClose}>
          Close
        </Button>
      </div>
    </Modal>
  );
}
