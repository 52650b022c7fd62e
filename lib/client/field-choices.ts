/** The fields of an entity to choose from, and what somebody who writes one means. */
import { isPath, ok, type Result } from '#core';
import { pointerSteps, pointerWords } from './pointer-words.ts';
import type { Wording } from './wording/wording.ts';

export interface FieldChoice {
  readonly path: string;
  /** As the face that is chosen says it. */
  readonly name: string;
}

export const fieldChoices = (paths: readonly string[], { face, nameOf }: Wording): readonly FieldChoice[] =>
  paths.map((path) => ({ path, name: face === 'developer' ? path : nameOf(path) }));

/** Those that hold every word that was written, in their name or their path; all of them where none was. */
export function choicesHolding(choices: readonly FieldChoice[], typed: string): readonly FieldChoice[] {
  const words = folded(typed).split(SEPARATORS).filter(Boolean);
  if (words.length === 0) return choices;
  return choices.filter(({ path, name }) => {
    const text = folded(`${name} ${path}`);
    return words.every((word) => text.includes(word));
  });
}

export interface FieldOption {
  readonly value: string;
  readonly text: string;
  /** The path, where the text is another; null: the text is the path. */
  readonly exact: string | null;
}

/** The same for a list to choose from. */
export const optionsHolding = (choices: readonly FieldChoice[], typed: string): readonly FieldOption[] =>
  choicesHolding(choices, typed).map(({ path, name }) => ({
    value: path,
    text: name,
    exact: name === path ? null : path,
  }));

const SEPARATORS = /[\s/.›>[\]]+/;

/**
 * The path that is meant: one that is written as such, a name that is on offer (in the words of either face), or the steps of one with
 * points between them (`customer.address`, `lines[0].sku`).
 *
 * `isAll`: every field there is is on offer, so that another one is a slip. CS-106 otherwise, with what to do.
 */
export function readField(typed: string, choices: readonly FieldChoice[], isAll: boolean): Result<string> {
  const text = typed.trim();
  if (text.startsWith('/')) return readPath(text, choices, isAll);
  const wanted = folded(text);
  const named = choices.filter(({ path, name }) => namesOf(path, name).some((each) => each === wanted));
  const [only, another] = named;
  if (only !== undefined && another === undefined) return ok(only.path);
  if (another !== undefined)
    return slip(`“${text}” is the name of ${named.length} fields. Choose one from the list.`);
  return slip(
    isAll
      ? `No event changed a field that is called “${text}”. Choose one from the list.`
      : `“${text}” is not among the fields on offer. Write its path, such as /customer/address.`,
  );
}

function readPath(text: string, choices: readonly FieldChoice[], isAll: boolean): Result<string> {
  if (!isPath(text)) return slip('In a path, ~ stands before 0 or 1 only: ~0 is ~ itself, and ~1 is /.');
  if (!isAll || choices.some(({ path }) => path === text)) return ok(text);
  return slip(`No event changed ${text}. Choose a field from the list.`);
}

const slip = (message: string): Result<never> => ({ ok: false, error: { code: 'CS-106', message } });

function namesOf(path: string, name: string): readonly string[] {
  return [name, pointerWords(path), pointerSteps(path).join('.')].map(folded);
}

/** Letters in one case, indexes as steps, one space between words. */
function folded(text: string): string {
  return text
    .toLowerCase()
    .replace(/\[([^\]]*)\]/g, '.$1')
    .replace(/\s*[›>]\s*/g, ' › ')
    .replace(/\s+/g, ' ')
    .trim();
}
