/** Libraries that compare two documents; each is measured in a process of its own. */
import jsonPatch from 'fast-json-patch';
import { create } from 'jsondiffpatch';
import microdiff from 'microdiff';
import { answering, timed } from '../answering.ts';

const WAYS = {
  'fast-json-patch': (before, after) => jsonPatch.compare(before, after),
  jsondiffpatch: (before, after) => differ.diff(before, after),
  microdiff: (before, after) => microdiff(before, after),
};
// As its documentation says for lists of things with a name.
const differ = create({ objectHash: (member, index) => member.id ?? member.sku ?? `$$index:${index}` });

let diff = null;
let documents = [];

answering({
  open: ({ library }) => {
    diff = WAYS[library];
  },
  documents: ({ before, after }) => {
    documents = [JSON.parse(before), JSON.parse(after)];
    return entries(diff(...documents));
  },
  diff: async ({ times }) => {
    const taken = [];
    for (let time = 0; time < times; time += 1) taken.push((await timed(() => diff(...documents))).ms);
    return taken;
  },
});

/** Operations of a list; of a delta, its changed leaves, moved and removed members. */
function entries(found) {
  if (Array.isArray(found)) return found.length;
  let count = 0;
  for (const [key, value] of Object.entries(found ?? {})) {
    if (key === '_t') continue;
    count += Array.isArray(value) ? 1 : entries(value);
  }
  return count;
}
