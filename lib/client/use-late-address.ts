import { useEffect } from 'react';

const REST_MS = 250;

/**
 * Writes the address once it has stood still, and at once where something is clicked: an address that is written while a link is followed
 * calls the reader back, and the page that was on its way never comes. null: there is nothing to write.
 */
export function useLateAddress(address: string | null): void {
  useEffect(() => {
    if (address === null) return;
    const write = () => {
      stop();
      const { pathname, search, hash } = window.location;
      if (address !== `${pathname}${search}`) window.history.replaceState(null, '', `${address}${hash}`);
    };
    const timer = setTimeout(write, REST_MS);
    const stop = () => {
      clearTimeout(timer);
      window.removeEventListener('click', write, true);
    };
    // Before anything else hears of the click.
    window.addEventListener('click', write, true);
    return stop;
  }, [address]);
}
