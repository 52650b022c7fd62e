'use client';

import { Button, ButtonLink } from '#components/ui/button';
import { MessagePage } from './message-page.tsx';

/** What a page says when it could not be drawn. Nothing of the log is harmed by that; it cannot be changed from here. */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <MessagePage title="This page could not be shown">
      {/* With a digest the message is Next's own, which says nothing: the real one stays on the server. */}
      {error.digest === undefined ? (
        <p className="[overflow-wrap:anywhere]">{error.message}</p>
      ) : (
        <p>
          What went wrong stands in the server’s log under <code className="text-sm">{error.digest}</code>.
        </p>
      )}
      <p>The log itself is safe: nothing here can change it.</p>
      <div className="flex gap-2">
        <Button look="solid" onClick={reset}>
          Try again
        </Button>
        <ButtonLink href="/status">See the status</ButtonLink>
      </div>
    </MessagePage>
  );
}
