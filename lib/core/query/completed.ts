/**
 * A text with what was chosen in the place of what was being written.
 *
 * Law: a name, path or value that is chosen reads back as itself, whatever characters it has; a value may mean a number as well.
 */
import type { Completion } from './completion.ts';
import { pathText } from './path-text.ts';
import { PAYLOAD } from './qualifiers.ts';
import { entityTypeText, nameText } from './quoting.ts';
import { isBlank } from './tokens.ts';
import { inQuotes } from './trouble.ts';

export interface CompletedText {
  readonly text: string;
  readonly caret: number;
}

/**
 * The choice is plain text: the name of a qualifier without its colon (`type`, `payload`), a name, the path of a leaf (`/lines/0/sku`), a value,
 * a time, or what stands behind `is:`. Only a path in payloads is taken as a query writes it (`items.*.sku`), for a star of it is any element.
 */
export function completed(text: string, completion: Completion, choice: string): CompletedText {
  if (completion.kind === 'none') return { text, caret: completion.to };
  const before = text.slice(0, completion.from) + written(completion, choice);
  return { text: before + text.slice(completion.to), caret: before.length };
}

function written(completion: Completion, choice: string): string {
  switch (completion.kind) {
    case 'qualifier':
      return `${choice}.` === PAYLOAD ? PAYLOAD : `${choice}:`;
    case 'name':
      return completion.field === 'entityType' ? entityTypeText(choice) : nameText(choice);
    case 'path':
      if (completion.field === 'payload') return choice;
      return pathText({ steps: choice === '' ? [] : choice.slice(1).split('/') });
    case 'value':
      return nameText(choice);
    case 'time':
      return [...choice].some(isBlank) ? inQuotes(choice) : choice;
    default:
      return choice;
  }
}
