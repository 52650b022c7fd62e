'use client';

import { Component, type ReactNode } from 'react';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';

/**
 * Around a part of the page that is loaded when it is asked for: where that fails, the part alone is missing, and says so. The address
 * has all that is on screen, so that loading the page again loses nothing.
 */
export class PartBoundary extends Component<
  { readonly children: ReactNode },
  { readonly isMissing: boolean }
> {
  override state = { isMissing: false };

  static getDerivedStateFromError(): { isMissing: boolean } {
    return { isMissing: true };
  }

  override render(): ReactNode {
    if (!this.state.isMissing) return this.props.children;
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
