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
      <p className="[overflow-wrap:anywhere]">{error.message}</p>
      {error.digest === undefined ? null : (
        <p className="text-ink-3">
          The server’s log has the whole story under <code className="text-sm">{error.digest}</code>.
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
