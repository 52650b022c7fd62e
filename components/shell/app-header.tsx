import dynamic from 'next/dynamic';
import { memo, type ReactNode } from 'react';
import { pageHref } from '#client/entity-href';
import type { PageTime } from '#client/page-time';
import { Link } from '#components/ui/link';
import { appTimeParams } from '#wire';
import { HeaderTools } from './header-tools.tsx';
import { MainNav, type Section } from './main-nav.tsx';
import { Mark } from './mark.tsx';
import { NamespaceMenu } from './namespace-menu.tsx';

/** Pages of one entity have a time of their own, and load none of it. */
const TimePicker = dynamic(() => import('./time-picker.tsx').then((loaded) => loaded.TimePicker));

/** The bar over every page. What a page adds to it (`children`) wraps to a row of its own where the window is narrow. */
export function AppHeader({
  children,
  ...places
}: Omit<PlacesProps, 'isCrowded'> & { readonly children?: ReactNode }) {
  const { time } = places;
  return (
    <header className="flex flex-wrap items-center gap-x-3 border-line border-b bg-surface px-3 max-sm:gap-x-1 sm:px-4">
      <Places {...places} isCrowded={children !== undefined} />
      {time === undefined ? null : (
        <div className="flex h-10 items-center max-md:order-1">
          <TimePicker page={time} />
        </div>
      )}
      {children === undefined ? null : (
        <div className="flex min-h-10 min-w-0 flex-1 basis-[640px] flex-wrap items-center gap-x-3 gap-y-1 max-[70rem]:order-2 max-[70rem]:basis-full">
          {children}
        </div>
      )}
      <HeaderTools />
    </header>
  );
}

interface PlacesProps {
  readonly namespace: string;
  readonly namespaces: readonly string[];
  readonly section: Section | null;
  /** Of pages of the whole store: the moment that they stand at, which their links carry on. */
  readonly time?: PageTime;
  /** Of pages with a playhead: the same of theirs, as parts of an address; say the same object as long as it is the same. */
  readonly carried?: Readonly<Record<string, string>>;
  /** The page adds words of its own, which take the room of some links. */
  readonly isCrowded: boolean;
}

/** Where one can go. It stays as it is while what a page adds moves with every event. */
const Places = memo(function Places({
  namespace,
  namespaces,
  section,
  time,
  carried,
  isCrowded,
}: PlacesProps) {
  const then = carried ?? (time === undefined ? {} : appTimeParams(time.time));
  return (
    <div className="flex h-12 min-w-0 items-center gap-1 sm:gap-3">
      <Link
        href={pageHref('/', namespace, then)}
        className="flex h-8 items-center gap-2 rounded-md pr-1 font-semibold tracking-tight"
      >
        <Mark />
        <span className={isCrowded ? 'max-2xl:sr-only' : 'max-lg:sr-only'}>Chronoscope</span>
      </Link>
      <MainNav
        {...{ namespace, section }}
        query={then}
        room={isCrowded ? 'little' : (time?.time.asOf ?? null) === null ? 'all' : 'some'}
      />
      <NamespaceMenu namespace={namespace} namespaces={namespaces} query={then} />
    </div>
  );
});
