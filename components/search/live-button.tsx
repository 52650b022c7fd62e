'use client';

import { Pause, Play } from 'lucide-react';
import { MOST_ROWS } from '#client/search/found-rows';
import { Button } from '#components/ui/button';

/** Follows what is found as it comes; what waits is counted, and shown when asked. */
export function LiveButton({
  isOn,
  isPaused,
  isReading,
  isConnected,
  waiting,
  onToggle,
  onPause,
  onShow,
}: {
  isOn: boolean;
  isPaused: boolean;
  /** The reader is further down, where nothing is to move. */
  isReading: boolean;
  isConnected: boolean;
  waiting: number;
  onToggle(): void;
  onPause(): void;
  onShow(): void;
}) {
  return (
    <>
      <Button
        aria-pressed={isOn}
        title={isOn ? 'Stop following' : 'Show new events as they come, the newest in the log first'}
        onClick={onToggle}
      >
        <span
          aria-hidden
          className={`size-2 rounded-full border ${isOn ? 'border-now bg-now' : 'border-ink-3'}`}
        />
        Live
      </Button>
      {isOn ? (
        <>
          <Button onClick={onPause}>
            {isPaused ? <Play aria-hidden size={14} /> : <Pause aria-hidden size={14} />}
            {isPaused ? 'Resume' : 'Pause'}
          </Button>
          {waiting === 0 ? null : (
            <Button look="outlined" onClick={onShow}>
              Show {waiting.toLocaleString('en')} new {waiting === 1 ? 'event' : 'events'}
            </Button>
          )}
          <p role="status" className="min-w-0 px-1 text-ink-3 text-sm">
            {!isConnected
              ? 'The connection is lost and sought again. Nothing will be missed.'
              : isPaused
                ? 'Paused: new events wait.'
                : isReading
                  ? 'New events wait while you read further down.'
                  : `Following. The page keeps ${MOST_ROWS.toLocaleString('en')} rows and reads the others again as you scroll.`}
          </p>
        </>
      ) : null}
    </>
  );
}
