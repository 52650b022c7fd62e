import { useCallback, useState } from 'react';
import { useLiveTail } from '#client/search/use-live-tail';
import type { SearchScreen } from './use-search-screen.ts';

/** The result while it is followed: what comes is shown at its top, and waits while it is paused or read further down. */
export function useLiveScreen({ question, rows, isLive, change, lookAgain }: SearchScreen) {
  const [isPaused, setIsPaused] = useState(false);
  const [isTop, setIsTop] = useState(true);
  /** From the top, without a row that is selected. */
  const restart = useCallback(() => {
    change({ row: null }, 'replace');
    setIsTop(true);
    lookAgain();
  }, [change, lookAgain]);
  const isReading = !isTop;
  const tail = useLiveTail(question, rows, {
    isOn: isLive,
    isHeld: isPaused || isReading,
    lookAgain: restart,
  });
  return {
    isOn: isLive,
    isPaused,
    isReading,
    isConnected: tail.isConnected,
    waiting: tail.waiting,
    onToggle: () => {
      setIsPaused(false);
      if (isLive) change({ isLive: false }, 'push');
      else {
        change({ isLive: true, sort: 'position', direction: 'desc', asOf: null, row: null }, 'push');
        restart();
      }
    },
    onPause: () => setIsPaused(!isPaused),
    // Further down nothing is put in front of what is read; who asks is taken to the top.
    onShow: isReading ? restart : tail.show,
    onTop: setIsTop,
  };
}
