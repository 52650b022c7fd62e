'use client';

import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { timeOfAddress } from '#client/address-time';
import { useHandlers } from '#client/commands/handlers';
import { askedDialog, openDialog, useOpenDialog } from '#client/commands/open-dialog';
import { useTypeAhead } from '#client/commands/typed-ahead';
import { usePageKeys } from '#client/commands/use-page-keys';
import { pageHref } from '#client/entity-href';
import { appTimeParams, DEFAULT_VIEW } from '#wire';
import { DialogNotLoaded } from './dialog-not-loaded.tsx';

const notLoaded = () => DialogNotLoaded;

// Read when they are first opened: no page has to bring them along.
const Palette = dynamic(
  () => import('#components/commands/palette').then((read) => read.Palette, notLoaded),
  {
    ssr: false,
  },
);
const Help = dynamic(() => import('#components/commands/help').then((read) => read.Help, notLoaded), {
  ssr: false,
});

const close = () => openDialog(null);

/** Keys, palette and help of every page. */
export function CommandCentre() {
  const open = useOpenDialog();
  const router = useRouter();
  usePageKeys();
  useTypeAhead();
  useHandlers({
    palette: () => openDialog(askedDialog() === 'palette' ? null : 'palette'),
    help: () => openDialog(askedDialog() === 'help' ? null : 'help'),
    sequences: () => router.push(sequencesHref()),
  });
  if (open === 'palette') return <Palette onClose={close} />;
  return open === 'help' ? <Help onClose={close} /> : null;
}

/** In the namespace that the reader is in and at the time that the app stands at, which every address names. */
function sequencesHref(): string {
  const here = new URLSearchParams(window.location.search);
  const namespace = here.get('ns') ?? DEFAULT_VIEW.namespace;
  return pageHref('/sequences', namespace, appTimeParams(timeOfAddress(here)));
}
