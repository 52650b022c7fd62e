import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import './globals.css';
import { EVENT_ORDER_COOKIE, eventOrderOf } from '#client/event-order';
import { FACE_COOKIE, faceOf } from '#client/wording/face';
import { CommandCentre } from './command-centre.tsx';
import { Providers } from './providers.tsx';

// In the page itself: Chromium fetches an icon anew whenever the address changes, which scrubbing does all the time.
const ICON = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" fill="none"><rect width="32" height="32" rx="8" fill="#5b4ddb"/><g stroke="#fff" stroke-width="2.6" stroke-linecap="round"><circle cx="16" cy="16" r="9.5"/><path d="M16 6.5v19M16 16h6"/></g></svg>',
)}`;

export const metadata: Metadata = {
  title: { default: 'Chronoscope', template: '%s — Chronoscope' },
  description: 'A time machine for event stores.',
  robots: { index: false },
  icons: { icon: ICON },
};

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#1b1b1a' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Reading the request keeps every page dynamic, which the nonce of the content security policy asks for.
  const kept = await cookies();
  const face = faceOf(kept.get(FACE_COOKIE)?.value);
  const eventOrder = eventOrderOf(kept.get(EVENT_ORDER_COOKIE)?.value);
  return (
    <html lang="en" suppressHydrationWarning>
      <body>
        <a
          href="#content"
          className="sr-only z-50 rounded-md bg-now px-3 py-2 text-now-ink focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
        >
          Skip to content
        </a>
        <Providers {...{ face, eventOrder }}>
          {children}
          <CommandCentre />
        </Providers>
      </body>
    </html>
  );
}
