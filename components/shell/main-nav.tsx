import { Menu } from 'lucide-react';
import { pageHref } from '#client/entity-href';
import { Link } from '#components/ui/link';
import { LinkMenu } from './link-menu.tsx';

/** By how soon they are put away where there is no room: the first are the last. */
const PAGES = [
  ['overview', '/', 'Overview', 'always'],
  ['entities', '/entities', 'Entities', 'always'],
  ['events', '/events', 'Events', 'always'],
  ['compare', '/compare', 'Compare', 'wide'],
  ['sequences', '/sequences', 'Sequences', 'roomy'],
  ['types', '/types', 'Event types', 'roomy'],
  ['model', '/model', 'Event model', 'roomy'],
  ['together', '/together', 'Together', 'roomiest'],
  ['status', '/status', 'Status', 'roomiest'],
] as const;

export type Section = (typeof PAGES)[number][0];

/** Which width shows a page in the bar, and from there on takes it out of the menu. */
const SHOWN = {
  always: ['max-md:hidden', 'md:hidden'],
  wide: ['max-lg:hidden', 'lg:hidden'],
  roomy: ['max-xl:hidden', 'xl:hidden'],
  roomiest: ['max-[90rem]:hidden', 'min-[90rem]:hidden'],
  widest: ['max-2xl:hidden', '2xl:hidden'],
  never: ['hidden', ''],
} as const;

/** What of a bar is left to the links: all of it, less by a moment that is not now, and much less by words of the page. */
export type Room = 'all' | 'some' | 'little';

const PLACES: Readonly<Record<Room, Readonly<Record<(typeof PAGES)[number][3], keyof typeof SHOWN>>>> = {
  all: { always: 'always', wide: 'wide', roomy: 'roomy', roomiest: 'roomiest' },
  some: { always: 'always', wide: 'wide', roomy: 'never', roomiest: 'never' },
  little: { always: 'always', wide: 'widest', roomy: 'never', roomiest: 'never' },
};

const LOOK =
  'items-center rounded-md px-2 text-ink-2 hover:bg-sunken hover:text-ink aria-[current=page]:font-medium aria-[current=page]:text-ink';

/** The pages of the product. A link that has no room in the bar is in the menu behind it, on a phone all of them; both are plain HTML. */
export function MainNav({
  namespace,
  section,
  query,
  room,
}: {
  namespace: string;
  section: Section | null;
  /** What their addresses say beside the namespace. */
  query: Readonly<Record<string, string>>;
  room: Room;
}) {
  const pages = PAGES.map(([id, path, text, place]) => {
    // The page that one is on is in the bar wherever the bar has links.
    const [inBar, inMenu] = SHOWN[id === section ? 'always' : PLACES[room][place]];
    const link = (look: string) => (
      <Link
        href={pageHref(path, namespace, query)}
        // Each of them asks the store; none is asked before it is wanted.
        aria-current={id === section ? 'page' : undefined}
        className={`${LOOK} ${look}`}
      >
        {text}
      </Link>
    );
    return { id, link, inBar, inMenu };
  });
  return (
    <nav aria-label="Main" className="flex items-center print:hidden">
      <ul className="flex items-center">
        {pages.map(({ id, link, inBar }) => (
          <li key={id} className={inBar}>
            {link('flex h-7')}
          </li>
        ))}
      </ul>
      <LinkMenu
        className={room === 'all' ? 'min-[90rem]:hidden' : ''}
        look="border-transparent text-ink-2 hover:text-ink max-md:border-line-2"
        title={
          <>
            <span className="max-md:hidden">More</span>
            <Menu aria-hidden size={14} className="sm:hidden" />
            <span className="max-sm:sr-only md:hidden">Menu</span>
          </>
        }
      >
        {pages.map(({ id, link, inMenu }) => (
          <li key={id} className={inMenu}>
            {link('flex min-h-8 md:min-h-7')}
          </li>
        ))}
      </LinkMenu>
    </nav>
  );
}
