'use client';
/** What the page of an entity is only seldom: loaded where it is shown, so that no entity waits for it. */
import dynamic from 'next/dynamic';

export const MissingEntity = dynamic(() =>
  import('./missing-entity.tsx').then((loaded) => loaded.MissingEntity),
);

export const WaitingScreen = dynamic(() =>
  import('./waiting-screen.tsx').then((loaded) => loaded.WaitingScreen),
);
