'use client';

import { Search } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useId, useState } from 'react';
import { flushSync } from 'react-dom';
import { timeOfAddress } from '#client/address-time';
import { useTypedAhead } from '#client/commands/typed-ahead';
import { Modal } from '#components/ui/modal';
import { DEFAULT_VIEW } from '#wire';
import { PaletteFoot } from './palette-foot.tsx';
import { PaletteList } from './palette-list.tsx';
import type { PaletteRow } from './palette-row.ts';
import { usePaletteGroups } from './use-palette-groups.ts';
import { usePaletteKeys } from './use-palette-keys.ts';

/** Everything that can be gone to or done from here, by a few letters of its name. */
export function Palette({ onClose }: { onClose(): void }) {
  const [text, setText] = useState('');
  const [isEntered, setIsEntered] = useState(false);
  useTypedAhead((typed, wasEntered) => {
    setText(typed);
    setIsEntered(wasEntered);
  });
  const [chosen, setChosen] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [namespace] = useState(
    () => new URLSearchParams(location.search).get('ns') ?? DEFAULT_VIEW.namespace,
  );
  const [time] = useState(() => timeOfAddress(new URLSearchParams(location.search)));
  const { groups, first, sure, looking, problem } = usePaletteGroups(text, namespace, time);
  const id = useId();
  const choose = useChoose(onClose, setRefusal);
  const rows = groups.flatMap((group) => group.rows);
  const active = rows.find(({ key }) => key === chosen) ?? first;
  useEffect(() => {
    // What was entered before anything was found is chosen when it is, if it is called so.
    if (!isEntered || (sure === null && looking)) return;
    setIsEntered(false);
    if (sure !== null) void choose(sure, false);
  }, [isEntered, sure, looking, choose]);
  const onKeyDown = usePaletteKeys(rows, active, setChosen, choose);
  const idOf = (row: PaletteRow) => `${id}-${rows.indexOf(row)}`;
  return (
    <Modal label="Search" className="max-w-[640px] sm:mt-[12vh]" onClose={onClose}>
      <label className="flex h-12 flex-none items-center gap-3 border-line border-b px-4">
        <Search aria-hidden size={16} className="shrink-0 text-ink-3" />
        <input
          // biome-ignore lint/a11y/noAutofocus: a dialog is opened to type into it
          autoFocus
          role="combobox"
          aria-label="Search entities, moments and commands"
          aria-expanded
          aria-haspopup="listbox"
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={active === null ? undefined : idOf(active)}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setIsEntered(false);
            setChosen(null);
            setRefusal(null);
          }}
          onKeyDown={onKeyDown}
          placeholder="An entity, a moment, a command…"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="go"
          className="h-full min-w-0 flex-1 bg-transparent text-lg outline-none placeholder:text-ink-3"
        />
      </label>
      <PaletteList id={`${id}-list`} {...{ groups, active, idOf }} onActive={setChosen} onChoose={choose} />
      <PaletteFoot
        found={rows.length}
        typed={text.trim()}
        looking={looking}
        problem={problem}
        refusal={refusal}
        canOpen={active?.href != null}
      />
    </Modal>
  );
}

/** Closes, and goes or does it; what cannot be done keeps the palette open and is said. */
function useChoose(onClose: () => void, refuse: (why: string | null) => void) {
  const router = useRouter();
  return useCallback(
    async (row: PaletteRow, inNewTab: boolean) => {
      if (inNewTab && row.href !== null) {
        window.open(row.href, '_blank', 'noopener');
        onClose();
      } else if (row.run === undefined) {
        onClose();
        if (row.href !== null) router.push(row.href);
      } else if (row.icon === 'moment') {
        const why = await row.run();
        refuse(why);
        if (why === null) onClose();
      } else {
        // A command may move the focus, so the dialog gives it back first.
        flushSync(onClose);
        await row.run();
      }
    },
    [onClose, refuse, router],
  );
}
