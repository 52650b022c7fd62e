/** The page of two moments, wide and narrow, light and dark. */
import { looksAccessible } from './axe.ts';
import { searchable } from './searchable.ts';

const heading = 'Compare two moments of the store';

looksAccessible(
  [
    {
      name: 'compare',
      path: '/compare?ns=demo&from=2026-03-01T00:00:00Z&to=2026-03-15T00:00:00Z&v=1',
      heading,
    },
    { name: 'compare, one kind', path: '/compare?ns=demo&from=@0&became=changed&type=staff&v=1', heading },
    { name: 'compare, nothing differs', path: '/compare?ns=demo&from=@9&to=@9&v=1', heading },
    { name: 'compare, no moments', path: '/compare?ns=demo&from=soon&to=812&v=1', heading },
  ],
  ({ request }) => searchable(request),
);
