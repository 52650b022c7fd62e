/** What stands on every sheet: what it is about, who made it, and which page of how many (CSS Paged Media, margin boxes). */
export function PaperStyle({ nonce, title, foot }: { nonce: string; title: string; foot: string }) {
  return (
    <style nonce={nonce} suppressHydrationWarning>
      {`@page {
  margin: 22mm 16mm 20mm;
  @top-left { content: ${cssText(title)}; ${BOX} }
  @top-right { content: var(--case, ""); ${BOX} }
  @bottom-left { content: ${cssText(foot)}; ${BOX} }
  @bottom-right { content: "page " counter(page) " of " counter(pages); ${BOX} }
}`}
    </style>
  );
}

const BOX = 'font: 8pt "Inter Variable", system-ui, sans-serif; color: #55534d;';

const LONGEST = 70;

/** A CSS string that no text can end: everything but letters and digits is written by its number. */
function cssText(text: string): string {
  const characters = [...text];
  const shown = characters.length > LONGEST ? [...characters.slice(0, LONGEST), '…'] : characters;
  const escaped = shown.map((one) =>
    /[\p{L}\p{N} ]/u.test(one) ? one : `\\${one.codePointAt(0)?.toString(16)} `,
  );
  return `"${escaped.join('')}"`;
}
