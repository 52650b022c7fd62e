/**
 * What was typed into "Go to", as a moment is written: `1,206`, `1 206` and `#1206` are the version 1206. The separators are dropped
 * only between groups of three digits with nothing else around, so an instant is never touched.
 */
export function goToText(typed: string): string {
  const text = typed.trim();
  const digits = GROUPED.test(text) ? text.replace(/[^\d#]/g, '') : text;
  return digits.replace(/^#/, '');
}

const GROUPED = /^#?\d{1,3}(?:[,'’_ \u00a0\u2009\u202f]\d{3})+$/;
