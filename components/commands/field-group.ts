/** The rows of the palette that lead to all values of a field. */
import type { OnScreen } from '#client/commands/on-screen';
import type { FieldChoice } from '#client/field-choices';
import { pointerSteps } from '#client/pointer-words';
import { groupOf, type PaletteGroup, type PaletteRow } from './palette-row.ts';
import { rank } from './rank.ts';

const MOST_FIELDS = 8;

/** Found by name, by path, or with points between the steps (`total.amount`). */
export function fieldGroup(
  typed: string,
  fields: readonly FieldChoice[],
  shown: Pick<OnScreen, 'showField'> | null,
): PaletteGroup {
  if (shown === null || typed === '') return groupOf('Fields', []);
  const ranked = rank(
    typed,
    fields,
    ({ name }) => name,
    ({ path }) => `${path} ${pointerSteps(path).join('.')}`,
  );
  const rows = ranked.map(({ item, at }): PaletteRow => {
    const run = async () => {
      shown.showField(item.path);
      return null;
    };
    const { path, name } = item;
    return {
      key: `field ${path}`,
      icon: 'field',
      text: name,
      at,
      hint: 'all its values',
      chords: [],
      href: null,
      run,
    };
  });
  return groupOf('Fields', rows, ranked[0]?.score, MOST_FIELDS);
}
