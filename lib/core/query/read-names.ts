/** Names as they are looked for: whole, or with `*` for any run of characters. */
import { ok } from '../result.ts';
import type { EntityTerm, Pattern } from './query.ts';
import { type Read, trouble } from './trouble.ts';
import type { Word } from './word.ts';

/** Stars beside each other are one. */
export function readPattern(word: Word): Pattern {
  const pieces = word.split('*').map(({ text }) => text);
  return { pieces: pieces.filter((piece, at) => piece !== '' || at === 0 || at === pieces.length - 1) };
}

/** The first slash outside of quotes parts the type from the id, in which more of them may stand. */
export function readEntity(word: Word): Read<EntityTerm> {
  const slash = word.find('/');
  if (slash === -1) return ok({ kind: 'entity', type: readPattern(word), id: null });
  const [type, id] = [word.slice(0, slash), word.slice(slash + 1)];
  if (type.isNothing)
    return trouble(word, 'Write the type of the entity before the slash, as in entity:order/4711.');
  if (id.isNothing) {
    const mend = { from: word.slice(slash).from, to: word.to, text: '' };
    return trouble(word, 'Write the id of the entity behind the slash, or leave the slash out.', mend);
  }
  return ok({ kind: 'entity', type: readPattern(type), id: readPattern(id) });
}
