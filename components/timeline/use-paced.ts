'use client';
import { useEffect, useRef, useState } from 'react';

const PACE_MS = 100;

/** Calls the newest `work` when asked, at most once in a tenth of a second, and always once more after the last time that it was asked. */
export function usePaced(work: () => void): () => void {
  const latest = useRef(work);
  useEffect(() => {
    latest.current = work;
  });
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current);
      timer.current = null;
    },
    [],
  );
  const [ask] = useState(() => {
    let calledAt = Number.NEGATIVE_INFINITY;
    const call = () => {
      timer.current = null;
      calledAt = performance.now();
      latest.current();
    };
    return () => {
      if (timer.current !== null) return;
      const left = calledAt + PACE_MS - performance.now();
      if (left <= 0) call();
      else timer.current = setTimeout(call, left);
    };
  });
  return ask;
}
