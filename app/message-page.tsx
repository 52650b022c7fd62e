import type { ReactNode } from 'react';
import { Mark } from '#components/shell/mark';
import { EmptyState } from '#components/ui/empty-state';
import { Link } from '#components/ui/link';

/** A page with one thing to say, and a way out of it. */
export function MessagePage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <header className="flex h-12 items-center border-line border-b bg-surface px-4">
        <Link href="/" className="flex h-8 items-center gap-2 rounded-md pr-1 font-semibold tracking-tight">
          <Mark />
          Chronoscope
        </Link>
      </header>
      <main id="content" className="pt-[12vh]">
        <h1 className="sr-only">{title}</h1>
        <EmptyState title={title}>{children}</EmptyState>
      </main>
    </>
  );
}
