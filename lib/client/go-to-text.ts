/**
 * What was typed into "Go to", as a moment is written: `1,206`, `1 206` and `#1206` are the version 1206, `@5,140` is the position
 * 5140, and an instant without seconds is at second 0. The separators are dropped only between groups of three digits with nothing
 * else around, so an instant is never touched by that.
 */
export function goToText(typed: string): string {
  const text = typed.trim();
  if (GROUPED.test(text)) return text.replace(/[^\d@]/g, '');
  return text.replace(/^#/, '').replace(TO_THE_MINUTE, '$1:00$2');
}

const GROUPED = /^[#@]?\d{1,3}(?:[,'’_ \u00a0\u2009\u202f]\d{3})+$/;

const TO_THE_MINUTE = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})(Z|[+-]\d{2}:\d{2})$/i;
