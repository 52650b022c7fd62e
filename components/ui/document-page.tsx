import type { ReactNode } from 'react';

/** The measure of every page that is read from top to bottom. `wide` for tables whose columns need the room. */
export function DocumentPage({
  title,
  lead,
  wide = false,
  children,
}: {
  title: string;
  lead?: ReactNode;
  wide?: boolean;
  children: ReactNode;
}) {
  return (
    <main
      id="content"
      className={`mx-auto w-full px-4 pt-8 pb-16 sm:px-6 ${wide ? 'max-w-[1440px]' : 'max-w-[1120px]'}`}
    >
      <h1 className="font-semibold text-xl tracking-tight [overflow-wrap:anywhere]">{title}</h1>
      {lead === undefined ? null : <p className="mt-1 text-ink-2">{lead}</p>}
      <div className="mt-6 flex flex-col gap-10">{children}</div>
    </main>
  );
}

/** One part of such a page, named by its heading. */
export function PageSection({
  id,
  title,
  aside,
  children,
}: {
  id: string;
  title: string;
  aside?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section aria-labelledby={id} className="min-w-0">
      <div className="mb-2 flex min-h-7 flex-wrap items-center gap-x-3 gap-y-1">
        <h2 id={id} className="font-semibold">
          {title}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
