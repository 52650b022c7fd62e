/** One term in its canonical writing. */
import { formatInstant } from '../time/instant.ts';
import { isWordOf } from './is-words.ts';
import { pathText, payloadPathText } from './path-text.ts';
import { PAYLOAD, qualifierOfName } from './qualifiers.ts';
import type { CountTerm, ExactValue, Term, TimeTerm, ValueTest } from './query.ts';
import { entityTypeText, exactText, patternText, wordText } from './quoting.ts';

export function termText(term: Term): string {
  const { head, value } = termParts(term);
  return head + value;
}

/** A head is what terms with several values have in common. Text has none, and what only exists has no value. */
export function termParts(term: Term): { readonly head: string; readonly value: string } {
  switch (term.kind) {
    case 'name':
      return { head: `${qualifierOfName(term.field)}:`, value: patternText(term.pattern) };
    case 'entity': {
      const id = term.id === null ? '' : `/${patternText(term.id)}`;
      return { head: 'entity:', value: patternText(term.type, entityTypeText) + id };
    }
    case 'time':
      return { head: `${term.axis}:`, value: timesText(term) };
    case 'version':
    case 'position':
      return { head: `${term.kind}:`, value: countsText(term) };
    case 'path':
      return { head: 'path:', value: pathText(term.path) };
    case 'is':
      return { head: 'is:', value: isWordOf(term.what) };
    case 'text':
      return { head: '', value: wordText(term.text) + (term.isPrefix ? '*' : '') };
    default:
      return placeParts(term);
  }
}

type Placed = Extract<Term, { readonly kind: 'set' | 'was' | 'payload' | 'state' }>;

function placeParts(term: Placed): { readonly head: string; readonly value: string } {
  const place =
    term.kind === 'payload' ? PAYLOAD + payloadPathText(term.path) : `${term.kind}:${pathText(term.path)}`;
  if (term.op === 'exists') return { head: place, value: '' };
  return { head: place + term.op, value: valueText(term.value) };
}

function valueText(value: ValueTest['value']): string {
  return value.kind === 'pattern' ? patternText(value.pattern) : writtenValue(value);
}

function writtenValue(value: ExactValue): string {
  return value.kind === 'text' ? exactText(value.text) : value.text;
}

function timesText({ from, to }: TimeTerm): string {
  if (from === null) return `<${formatInstant(to)}`;
  return to === null ? `>=${formatInstant(from)}` : `${formatInstant(from)}..<${formatInstant(to)}`;
}

function countsText({ from, to }: CountTerm): string {
  if (from === null) return `<=${to}`;
  if (to === null) return `>=${from}`;
  return from === to ? `${from}` : `${from}..${to}`;
}
