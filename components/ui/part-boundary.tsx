'use client';

import { Component, type ReactNode, Suspense } from 'react';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';

/**
 * Around a part of the page that is loaded when it is asked for: where that fails, the part alone is missing, and says so. The address
 * has all that is on screen, so that loading the page again loses nothing. Nothing else waits for it, unless what was there `stays` until
 * it has come.
 */
export class PartBoundary extends Component<
  { readonly children: ReactNode; readonly stays?: boolean },
  { readonly isMissing: boolean }
> {
  override state = { isMissing: false };

  static getDerivedStateFromError(): { isMissing: boolean } {
    return { isMissing: true };
  }

  override render(): ReactNode {
    const { children, stays = false } = this.props;
    if (!this.state.isMissing) return stays ? children : <Suspense>{children}</Suspense>;
    return (
      <Notice kind="warning">
        This part of the page could not be loaded. Where the server is there again, load the page anew: what
        is on screen stays.{' '}
        <Button look="outlined" onClick={() => window.location.reload()}>
          Load anew
        </Button>
      </Notice>
    );
  }
}
