'use client';

import { Search, X } from 'lucide-react';
import { useState } from 'react';
import { pressOf } from '#client/commands/chord';
import type { Keymap } from '#client/commands/keymap';
import { useTypedAhead } from '#client/commands/typed-ahead';
import { useKeymap } from '#client/commands/use-keymap';
import { Button, IconButton } from '#components/ui/button';
import { Modal } from '#components/ui/modal';
import { HelpSettings } from './help-settings.tsx';
import { KeyList } from './key-list.tsx';
import { ReadingHints } from './reading-hints.tsx';

/** How to read the screen, all keys, and the place to change them. */
export function Help({ onClose }: { onClose(): void }) {
  const keymap = useKeymap();
  const [typed, setTyped] = useState('');
  useTypedAhead((text) => setTyped(withoutAskingAgain(text, keymap)));
  const [changing, setChanging] = useState(false);
  return (
    <Modal label="Keys and help" className="max-w-[880px]" onClose={onClose}>
      <header className="flex flex-none flex-wrap items-center gap-x-3 gap-y-2 border-line border-b px-4 py-2">
        <h2 className="mr-auto font-semibold text-lg max-sm:basis-2/3">Keys and help</h2>
        <label className="flex h-7 min-w-0 flex-1 basis-40 items-center gap-2 rounded-md border border-line-2 px-2 focus-within:outline-2 focus-within:outline-now max-sm:order-1 sm:max-w-60">
          <Search aria-hidden size={14} className="shrink-0 text-ink-3" />
          <input
            type="search"
            aria-label="Find a key or a command"
            placeholder="Find a key or a command"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            className="min-w-0 flex-1 bg-transparent outline-none placeholder:text-ink-3"
          />
        </label>
        <Button
          look="outlined"
          className="max-sm:order-1"
          aria-pressed={changing}
          onClick={() => setChanging(!changing)}
        >
          Change keys
        </Button>
        <IconButton label="Close" onClick={onClose}>
          <X aria-hidden size={16} />
        </IconButton>
      </header>
      <section
        aria-label="Keys"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be scrolled by keys too
        tabIndex={0}
        className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-4 py-4 outline-offset-[-2px]"
      >
        {typed === '' && !changing ? <ReadingHints /> : null}
        <KeyList keymap={keymap} typed={typed.trim()} changing={changing} />
      </section>
      <HelpSettings keymap={keymap} />
    </Modal>
  );
}

const LETTER = /[\p{L}\p{N}]/u;

/** Whoever presses its key once more while it is on its way means nothing else by that; a letter may begin a word. */
function withoutAskingAgain(text: string, keymap: Keymap): string {
  const typed = [...text];
  const first = typed.findIndex((character) => {
    const press = pressOf(character);
    return LETTER.test(character) || press === null || keymap.commandOf(press)?.id !== 'help';
  });
  return first === -1 ? '' : typed.slice(first).join('');
}
