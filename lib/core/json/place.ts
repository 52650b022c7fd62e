/**
 * A place in a text as editors name it: `line:column`, both from 1; a line ends at LF and a column is one UTF-16 unit.
 */
export function placeOf(text: string, offset: number): string {
  let line = 1;
  let lineStart = 0;
  for (let end = text.indexOf('\n'); end !== -1 && end < offset; end = text.indexOf('\n', lineStart)) {
    line += 1;
    lineStart = end + 1;
  }
  return `${line}:${offset - lineStart + 1}`;
}
