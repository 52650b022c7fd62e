/** Which versions hold a text: the server searches a stretch at a time and says how far it came. */
import type { TextMatches } from '#wire';
import { searchPathOf } from './outline-path.ts';
import type { Progress } from './question.ts';

export async function findText(
  search: (searchPath: string) => Promise<TextMatches>,
  outlinePath: string,
  text: string,
  onProgress: (progress: Progress) => void,
): Promise<ReadonlySet<number>> {
  const found = new Set<number>();
  let through = 0;
  for (;;) {
    const stretch = await search(searchPathOf(outlinePath, text, through));
    for (const version of stretch.versions) found.add(version);
    if (stretch.through >= stretch.head) return found;
    if (stretch.through <= through) throw new Error('The search for this text does not go on.');
    through = stretch.through;
    onProgress({ done: through, of: stretch.head });
  }
}
