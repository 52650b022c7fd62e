import { Fragment, type ReactNode } from 'react';
import { visible } from './visible-text.tsx';

/** Text from outside with what was searched for marked in it; the parts come one behind the other. */
export function FoundText({
  parts,
}: {
  parts: readonly { readonly text: string; readonly isFound: boolean }[];
}): ReactNode {
  let offset = 0;
  return parts.map(({ text, isFound }) => {
    const key = offset;
    offset += text.length;
    return <Fragment key={key}>{isFound ? <mark>{visible(text)}</mark> : visible(text)}</Fragment>;
  });
}
