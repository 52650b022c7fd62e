/**
 * YAML 1.2 documents as JSON values, for stores that keep their states as YAML (PaperTrail, ORMs of Ruby).
 *
 * A plain scalar that is written as a JSON number keeps its literal; other numbers of YAML (`0x1F`, `+1`) become the number
 * they mean; dates, custom tags and the infinities, which JSON cannot say, stay the text as written. A repeated key counts
 * last, as in JSON. It resolves aliases, but no merge keys (`<<`), which YAML 1.2 does not have.
 */
import {
  type Alias,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Scalar,
  type YAMLMap,
} from 'yaml';
import { numberOf } from '../json/number.ts';
import { exceedsBytes } from '../json/parse-json.ts';
import { type Json, setOwn } from '../json/value.ts';
import { LIMITS } from '../limits.ts';
import { fail, ok, type Result } from '../result.ts';
import { nestsDeeper } from './yaml-depth.ts';

/** CS-144: no YAML, or more than one document; CS-102 to CS-104: over the limits of a payload (see limits.ts). */
export function parseYaml(text: string): Result<Json> {
  if (exceedsBytes(text, LIMITS.payloadBytes)) {
    return fail('CS-104', `The payload is larger than ${LIMITS.payloadBytes} bytes.`);
  }
  if (nestsDeeper(text, LIMITS.depth)) return fail('CS-102', TOO_DEEP);
  try {
    return readDocument(text);
  } catch (error) {
    if (error instanceof Refusal) return fail(error.code, error.message);
    throw error;
  }
}

function readDocument(text: string): Result<Json> {
  const lineCounter = new LineCounter();
  // Pretty errors look through the whole text once an error, which a text of nothing but errors turns into minutes.
  const document = parseDocument(text, { ...OPTIONS, lineCounter });
  const [error] = document.errors;
  if (error === undefined) return ok(new NodeReader().json(document.contents, 0, true));
  if (error.code === 'RESOURCE_EXHAUSTION') throw new Refusal('CS-102', TOO_DEEP);
  const { line, col } = lineCounter.linePos(error.pos[0]);
  return fail('CS-144', `The payload is not one YAML document: ${error.message}`, `${line}:${col}`);
}

const OPTIONS = { uniqueKeys: false, logLevel: 'error', prettyErrors: false } as const;

const TOO_DEEP = `The payload is nested deeper than ${LIMITS.depth}.`;

class Refusal extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

class NodeReader {
  private nodes = 0;
  private keys = 0;
  /** The node that each anchor names so far; a later one takes the name over. */
  private readonly anchors = new Map<string, unknown>();
  private readonly targets = new Map<Alias, unknown>();

  /** `isFirst`: not again by way of an alias, when names are settled already. */
  json(node: unknown, depth: number, isFirst: boolean): Json {
    this.count();
    if (isAlias(node)) return this.json(this.target(node), depth, false);
    if (!isNode(node)) return null;
    if (isFirst && node.anchor !== undefined) this.anchors.set(node.anchor, node);
    if (isScalar(node)) return scalarJson(node);
    if (depth >= LIMITS.depth) throw new Refusal('CS-102', TOO_DEEP);
    if (isSeq(node)) return node.items.map((item) => this.json(item, depth + 1, isFirst));
    return isMap(node) ? this.object(node, depth, isFirst) : null;
  }

  private object(map: YAMLMap, depth: number, isFirst: boolean): Json {
    const object: Record<string, Json> = {};
    this.keys += map.items.length;
    if (this.keys > LIMITS.keys)
      throw new Refusal('CS-103', `The payload has more than ${LIMITS.keys} keys.`);
    for (const { key, value } of map.items)
      setOwn(object, keyText(key), this.json(value, depth + 1, isFirst));
    return object;
  }

  private target(alias: Alias): unknown {
    const known = this.targets.get(alias) ?? this.anchors.get(alias.source);
    if (known === undefined)
      throw new Refusal('CS-144', `The alias *${alias.source} names nothing before it.`);
    this.targets.set(alias, known);
    return known;
  }

  /** What is written takes a byte at least; aliases repeat it, and what they make is bounded alike. */
  private count(): void {
    this.nodes += 1;
    if (this.nodes > LIMITS.payloadBytes) {
      throw new Refusal(
        'CS-104',
        `With its aliases the payload has more than ${LIMITS.payloadBytes} values.`,
      );
    }
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
