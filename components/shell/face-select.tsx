'use client';

import type { Face } from '#client/wording/face';
import { useFace } from '#client/wording/use-face';

/** For whom the page is worded; what there is to see stays the same. */
export function FaceSelect() {
  const { face, choose } = useFace();
  return (
    <label className="print:hidden">
      <span className="sr-only">Wording</span>
      <select
        value={face}
        onChange={({ target }) => choose(target.value as Face)}
        title="Auditor: names and sentences in words. Developer: keys and values as they are written."
        className="h-7 rounded-md bg-transparent [field-sizing:content] pr-1 text-ink-2 hover:bg-sunken hover:text-ink"
      >
        <option value="auditor">Auditor</option>
        <option value="developer">Developer</option>
      </select>
    </label>
  );
}
