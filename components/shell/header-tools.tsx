'use client';

import { Search } from 'lucide-react';
import { commandById } from '#client/commands/command-table';
import { openDialog } from '#client/commands/open-dialog';
import { useKeymap } from '#client/commands/use-keymap';
import { KeyCaps } from '#components/ui/key-caps';
import { FaceSelect } from './face-select.tsx';

const LOOK =
  'flex h-7 min-w-7 items-center justify-center gap-2 rounded-md px-1.5 text-ink-2 hover:bg-sunken hover:text-ink';

/** What every page offers: search, and the keys. */
export function HeaderTools() {
  const keymap = useKeymap();
  const palette = commandById('palette');
  const chord = palette === null ? undefined : keymap.keysOf(palette)[0];
  return (
    <div className="ml-auto flex items-center gap-1 max-sm:gap-0 max-[70rem]:order-1 print:hidden">
      <button
        type="button"
        aria-haspopup="dialog"
        title="Search entities, moments and commands"
        className={LOOK}
        onClick={() => openDialog('palette')}
      >
        <Search aria-hidden size={14} className="lg:hidden" />
        <span className="max-lg:sr-only">Search</span>
        {chord === undefined ? null : (
          <span aria-hidden className="max-lg:hidden">
            <KeyCaps chord={chord} />
          </span>
        )}
      </button>
      <FaceSelect />
      <button
        type="button"
        aria-haspopup="dialog"
        aria-label="Keys and help"
        title="Keys and help"
        // Under a finger there are no keys, and what else there is to read the search finds.
        className={`${LOOK} max-sm:pointer-coarse:hidden`}
        onClick={() => openDialog('help')}
      >
        ?
      </button>
    </div>
  );
}
