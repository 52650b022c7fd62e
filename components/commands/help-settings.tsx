import type { Keymap } from '#client/commands/keymap';
import { DEFAULT_KEYS } from '#client/commands/reader-keys';
import { keepKeys } from '#client/commands/use-keymap';
import { Button } from '#components/ui/button';

/** What holds for all keys. */
export function HelpSettings({ keymap: { reader } }: { keymap: Keymap }) {
  const changes = reader.changed.size;
  return (
    <footer className="flex min-h-11 flex-none flex-wrap items-center gap-x-4 gap-y-1 border-line border-t px-4 py-2">
      <label className="flex min-h-6 items-center gap-2">
        <input
          type="checkbox"
          className="size-4 accent-ink"
          checked={reader.singleKeys}
          onChange={(event) => keepKeys({ ...reader, singleKeys: event.target.checked })}
        />
        Single-key shortcuts outside of the timeline
      </label>
      <span className="ml-auto flex items-center gap-3 text-ink-3 text-sm">
        {changes === 0 ? 'Kept in this browser' : `${changes} changed, kept in this browser`}
        <Button
          look="outlined"
          disabled={changes === 0}
          onClick={() => keepKeys({ ...reader, changed: DEFAULT_KEYS.changed })}
        >
          Reset all keys
        </Button>
      </span>
    </footer>
  );
}
