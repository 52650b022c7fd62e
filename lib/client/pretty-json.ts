/**
 * JSON text laid out for reading, token by token: numbers, strings, key order and duplicate keys stay as written.
 *
 * It deliberately does not parse: text that is not JSON comes out with its tokens in the order they came in.
 */
export function prettyJson(text: string): string {
  const out: string[] = [];
  let depth = 0;
  const line = () => `\n${INDENT.repeat(depth)}`;
  const tokens = text.match(TOKEN) ?? [];
  tokens.forEach((token, place) => {
    const next = tokens[place + 1];
    if (token === '{' || token === '[') {
      depth += 1;
      out.push(token);
      if (next !== '}' && next !== ']') out.push(line());
    } else if (token === '}' || token === ']') {
      depth = Math.max(0, depth - 1);
      const before = tokens[place - 1];
      if (before !== '{' && before !== '[') out.push(line());
      out.push(token);
    } else if (token === ',') out.push(token, line());
    else if (token === ':') out.push(': ');
    else out.push(token);
  });
  return out.join('');
}

const INDENT = '  ';
// A string with its escapes, one mark of structure, or a run of anything else but white space.
const TOKEN = /"(?:[^"\\]|\\[\s\S])*"?|[{}[\],:]|[^\s{}[\],:"]+/g;
