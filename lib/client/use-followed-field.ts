/** The field that is followed, its changes, and the steps between them. */
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import type { View } from '#wire';
import { useKeymap } from './commands/use-keymap.ts';
import type { FieldTrack } from './field-track.ts';
import { type Place, placeNow } from './moving-place.ts';
import type { Neighbours } from './replay/question.ts';
import type { Replay } from './replay/replay.ts';
import { useAnswer } from './replay/use-answer.ts';
import type { Cursor } from './use-cursor.ts';

export interface FollowedField {
  /** null: none is followed. */
  readonly path: string | null;
  /** null: not read yet. */
  readonly track: FieldTrack | null;
  /** Why it is not. */
  readonly problem: string | null;
  follow(path: string | null): void;
  /** To the next change after the playhead, or the one before it; nowhere where there is none. */
  step(direction: 1 | -1): void;
}

/** The keys of the two commands (with Ctrl, the arrows) step from change to change wherever no text is written. */
export function useFollowedField(
  replay: Replay,
  path: string | null,
  { place, go }: Pick<Cursor, 'place' | 'go'>,
  change: (patch: Partial<View>, how: 'push' | 'replace') => void,
): FollowedField {
  const { answer, waiting, problem } = useAnswer(replay, path === null ? null : { what: 'field', path });
  const track = path === null || waiting ? null : answer;
  const keymap = useKeymap();
  const step = useSteps(replay, path, place, go);
  const follow = useCallback((next: string | null) => change({ path: next }, 'push'), [change]);
  useEffect(() => {
    if (path === null) return;
    // Before all others: an arrow key would move the slider that has the focus, too.
    const onKeyDown = (event: KeyboardEvent) => {
      const direction = directionOf(keymap.commandOf(event)?.id);
      if (direction === null || isWritten(event.target)) return;
      event.preventDefault();
      step(direction);
    };
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, [path, step, keymap]);
  return useMemo(() => ({ path, track, problem, follow, step }), [path, track, problem, follow, step]);
}

/** One step after the other, each from where the one before has led: quick ones are not lost. */
function useSteps(replay: Replay, path: string | null, place: Place, go: (ordinal: number) => void) {
  const playhead = useRef(place.committed);
  const steps = useRef(Promise.resolve());
  useLayoutEffect(() => {
    const adopt = () => {
      playhead.current = placeNow(place);
    };
    adopt();
    return place.moving.subscribe(adopt);
  }, [place]);
  return useCallback(
    (direction: 1 | -1) => {
      const take = async () => {
        if (path === null) return;
        const { earlier, later }: Neighbours = await replay.ask({
          what: 'neighbours',
          path,
          ordinal: playhead.current,
        });
        const found = direction === 1 ? later : earlier;
        if (found === null) return;
        playhead.current = found;
        go(found);
      };
      steps.current = steps.current.then(take).catch(() => undefined);
    },
    [replay, path, go],
  );
}

function directionOf(command: string | undefined): 1 | -1 | null {
  return command === 'nextChange' ? 1 : command === 'previousChange' ? -1 : null;
}

/** There, the same keys go from word to word. */
function isWritten(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return target.type !== 'range';
  return target instanceof HTMLElement && (target.isContentEditable || target instanceof HTMLTextAreaElement);
}
