/**
 * Whether a YAML text nests deeper than a bound, seen from its tokens before anything is parsed: on a text of a million
 * brackets the parser would run out of memory, which no program survives.
 *
 * It counts open brackets and the indicators in one line (`- - - x`). Nesting by indentation takes more text at every level, so
 * the bound on the text bounds it, and whoever reads the nodes counts it exactly.
 */
import { CST, Lexer } from 'yaml';

export function nestsDeeper(text: string, bound: number): boolean {
  let open = 0;
  let inLine = 0;
  for (const source of new Lexer().lex(text)) {
    // No scalar looks like one of these: a plain one cannot begin so, quotes and indentation are part of the others.
    const kind = CST.tokenType(source);
    if (kind === 'flow-seq-start' || kind === 'flow-map-start') open += 1;
    else if (kind === 'flow-seq-end' || kind === 'flow-map-end') open -= 1;
    else if (kind === 'seq-item-ind' || kind === 'explicit-key-ind') inLine += 1;
    else if (kind === 'newline') inLine = 0;
    if (open > bound || inLine > bound) return true;
  }
  return false;
}
