/**
 * YAML 1.2 documents as JSON values, for stores that keep their states as YAML (PaperTrail, ORMs of Ruby).
 *
 * A plain scalar that is written as a JSON number keeps its literal; other numbers of YAML (`0x1F`, `+1`) become the number
 * they mean; dates, custom tags and the infinities, which JSON cannot say, stay the text as written. A repeated key counts
 * last, as in JSON. It resolves aliases, but no merge keys (`<<`), which YAML 1.2 does not have.
 */
import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Scalar,
} from 'yaml';
import { numberOf } from '../json/number.ts';
import { exceedsBytes } from '../json/parse-json.ts';
import { type Json, setOwn } from '../json/value.ts';
import { LIMITS } from '../limits.ts';
import { fail, ok, type Result } from '../result.ts';

/** CS-144: no YAML, or more than one document; CS-102 to CS-104: over the limits of a payload (see limits.ts). */
export function parseYaml(text: string): Result<Json> {
  if (exceedsBytes(text, LIMITS.payloadBytes)) {
    return fail('CS-104', `The payload is larger than ${LIMITS.payloadBytes} bytes.`);
  }
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { uniqueKeys: false, logLevel: 'silent', lineCounter });
  const [error] = document.errors;
  if (error !== undefined) {
    const { line, col } = lineCounter.linePos(error.pos[0]);
    return fail(
      'CS-144',
      `The payload is not one YAML document: ${error.message.split('\n')[0]}`,
      `${line}:${col}`,
    );
  }
  const reader = new NodeReader(document);
  const value = reader.json(document.contents, 0);
  return reader.excess ?? ok(value);
}

class NodeReader {
  excess: ReturnType<typeof fail> | null = null;
  private nodes = 0;

  constructor(private readonly document: Document) {}

  json(node: unknown, depth: number): Json {
    // Aliases can repeat a part many times over, so what is read is counted, not what is written.
    this.nodes += 1;
    if (depth > LIMITS.depth)
      this.excess ??= fail('CS-102', `The payload is nested deeper than ${LIMITS.depth}.`);
    if (this.nodes > 2 * LIMITS.keys)
      this.excess ??= fail('CS-103', `The payload has more than ${LIMITS.keys} keys.`);
    if (this.excess !== null) return null;
    if (isAlias(node)) return this.json(node.resolve(this.document), depth);
    if (isScalar(node)) return scalarJson(node);
    if (isSeq(node)) return node.items.map((item) => this.json(item, depth + 1));
    if (!isMap(node)) return null;
    const object: Record<string, Json> = {};
    for (const pair of node.items) setOwn(object, keyText(pair.key), this.json(pair.value, depth + 1));
    return object;
  }
}

const JSON_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

function scalarJson(scalar: Scalar): Json {
  const { value, source } = scalar;
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value !== 'number') return source ?? String(value);
  if (source !== undefined && JSON_NUMBER.test(source)) return numberOf(source);
  return Number.isFinite(value) && Number.isSafeInteger(Math.trunc(value))
    ? numberOf(String(value))
    : (source ?? String(value));
}

function keyText(key: unknown): string {
  if (isScalar(key)) return key.source ?? String(key.value);
  return String(key);
}
