import { useHandlers } from '#client/commands/handlers';
import type { SearchView } from '#wire';

/** What the page of events can be told to do. */
export function useEventsCommands(
  { axis, zone }: SearchView,
  change: (patch: Partial<SearchView>, how: 'push' | 'replace') => void,
): void {
  useHandlers({
    recorded: axis === 'recorded' ? undefined : () => change({ axis: 'recorded' }, 'push'),
    occurred: axis === 'occurred' ? undefined : () => change({ axis: 'occurred' }, 'push'),
    // UTC, this machine's, and round again; from a named one to UTC.
    zone: () => change({ zone: zone === null ? 'local' : null }, 'push'),
    copyAddress: () => void navigator.clipboard?.writeText(location.href),
  });
}
