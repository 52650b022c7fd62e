import { useRouter } from 'next/navigation';
import type { ComponentProps, MouseEvent } from 'react';

/** A link in rows of which there are many, or which change as they run past: without what is kept and observed for every {@link Link}. */
export function RowLink({ href, ...rest }: Omit<ComponentProps<'a'>, 'onClick'> & { href: string }) {
  const router = useRouter();
  const onClick = (click: MouseEvent): void => {
    // To another tab or window, or to a file, the browser goes by itself.
    if (click.metaKey || click.ctrlKey || click.shiftKey || click.altKey) return;
    click.preventDefault();
    router.push(href);
  };
  return <a href={href} onClick={onClick} {...rest} />;
}
