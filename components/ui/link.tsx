import NextLink from 'next/link';
import type { ComponentProps } from 'react';

/**
 * The way to another page or view. Nothing is fetched before somebody goes there: each page is made for its moment, so that only its frame
 * could come early, at a request for every link in sight.
 */
export function Link(props: Omit<ComponentProps<typeof NextLink>, 'prefetch'>) {
  return <NextLink {...props} prefetch={false} />;
}
