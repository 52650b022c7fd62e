'use client';

import { useEffect } from 'react';
import { instantText } from '#client/instant-text';
import { useZone } from '#client/zone';

/**
 * What stands in the margins of every sheet (print.css): margin boxes take it from the root element.
 *
 * Set by script, since a style sheet of this page's own would be refused where one comes here by a link of another page.
 */
export function PaperMargins({ title, madeBy, made }: { title: string; madeBy: string; made: bigint }) {
  const zone = useZone();
  useMarginText('--paper-title', cut(title));
  useMarginText('--paper-foot', `${madeBy} · made ${instantText(made, zone)}`);
  return null;
}

export function useMarginText(name: `--paper-${string}`, text: string): void {
  useEffect(() => {
    const { style } = document.documentElement;
    style.setProperty(name, cssString(text));
    return () => {
      style.removeProperty(name);
    };
  }, [name, text]);
}

const LONGEST = 70;

function cut(text: string): string {
  const characters = [...text];
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('')}…` : text;
}

/** A CSS string that no text can end: everything but letters, digits and spaces is written by its number. */
function cssString(text: string): string {
  const written = text.replace(/[^\p{L}\p{N} ]/gu, (one) => `\\${one.codePointAt(0)?.toString(16)} `);
  return `"${written}"`;
}
