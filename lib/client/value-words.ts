import { canonicalText, isJsonArray, isJsonObject, type Json, parseExact } from '#core';
import { shownBlanks } from './shown-blanks.ts';

/** A value as a person would say it: strings without their quotes, empty ones named, blanks made visible, everything else as written. */
export function valueText(json: string): string {
  if (json === '""') return 'empty text';
  if (json === '[]') return 'an empty list';
  if (json === '{}') return 'an empty object';
  if (/^[[{]/.test(json)) return containerText(json);
  if (!json.startsWith('"')) return json;
  const parsed: unknown = JSON.parse(json);
  if (typeof parsed !== 'string') return json;
  return parsed.trim() === '' ? shownBlanks(parsed) : parsed;
}

/** Of a list of values nothing is lost by showing it as written; what holds members is easier to read without their quotes. */
function containerText(json: string): string {
  const parsed = parseExact(json);
  if (!parsed.ok) return json;
  const { value } = parsed;
  return isJsonArray(value) && !value.some(isContainer) ? json : memberText(value);
}

const isContainer = (value: Json): boolean => isJsonArray(value) || isJsonObject(value);

/** Quotes stay where text could be taken for something else. */
function memberText(value: Json): string {
  if (isJsonArray(value)) return `[${value.map(memberText).join(', ')}]`;
  if (isJsonObject(value)) {
    const members = Object.entries(value).map(([key, member]) => `${wordText(key)}: ${memberText(member)}`);
    return `{${members.join(', ')}}`;
  }
  return typeof value === 'string' ? wordText(value) : canonicalText(value);
}

function wordText(text: string): string {
  const isWord = /^\p{L}(?:[\p{L}\p{N} _.-]*[\p{L}\p{N}_.-])?$/u.test(text);
  return isWord && !/^(?:true|false|null)$/.test(text) ? text : JSON.stringify(text);
}
