/**
 * A strict RFC 8259 parser that keeps numbers as they were written and says where a text goes wrong.
 *
 * Law: canonicalText(parseJson(t)) spells every number as t does, and parseJson(canonicalText(v)) = v. Of a repeated key
 * the last one counts. Depth is checked before each step down, so no text can exhaust the stack.
 *
 * What it deliberately does not do: repair. Comments, trailing commas, NaN and a byte order mark are refused.
 */
import { type Bounds, PAYLOAD_BOUNDS } from '../limits.ts';
import { fail, ok, type Problem, type Result } from '../result.ts';
import { numberOf } from './number.ts';
import { placeOf } from './place.ts';
import { readString } from './read-string.ts';
import { utf8Length } from './unicode.ts';
import { type Json, setOwn } from './value.ts';

/**
 * Fails with CS-101 (syntax), CS-102 (too deep), CS-103 (too many keys) or CS-104 (too large); the place is
 * `line:column`, and the message names the offset in UTF-16 units.
 */
export function parseJson(text: string, bounds: Bounds = PAYLOAD_BOUNDS): Result<Json> {
  if (exceedsBytes(text, bounds.bytes)) {
    return fail(
      'CS-104',
      `The document has ${utf8Length(text)} bytes; at most ${bounds.bytes} are allowed.`,
      '1:1',
    );
  }
  const parser = new Parser(text, bounds);
  const value = parser.document();
  return value === undefined ? { ok: false, error: parser.problem } : ok(value);
}

/** Whether the text is over so many UTF-8 bytes; a unit is at most three bytes, so short texts need no count. */
export function exceedsBytes(text: string, bytes: number): boolean {
  return text.length > bytes || (text.length * 3 > bytes && utf8Length(text) > bytes);
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const SPACE = /[ \t\n\r]*/y;
const WORDS: ReadonlyMap<string, Json> = new Map<string, Json>([
  ['true', true],
  ['false', false],
  ['null', null],
]);

/** Each reading method gives undefined where the text is refused and has then set `problem`. */
class Parser {
  problem: Problem = { code: 'CS-101', message: 'Nothing was read.' };
  private at = 0;
  private depth = 0;
  private keys = 0;

  constructor(
    private readonly text: string,
    private readonly bounds: Bounds,
  ) {}

  document(): Json | undefined {
    this.skipSpace();
    const value = this.value();
    if (value === undefined) return undefined;
    this.skipSpace();
    return this.at === this.text.length ? value : this.expected('the end of the document');
  }

  private value(): Json | undefined {
    switch (this.text[this.at]) {
      case '{':
        return this.nested(() => this.object());
      case '[':
        return this.nested(() => this.array());
      case '"':
        return this.string();
      case 't':
        return this.word('true');
      case 'f':
        return this.word('false');
      case 'n':
        return this.word('null');
      default:
        return this.number();
    }
  }

  private nested(read: () => Json | undefined): Json | undefined {
    if (this.depth >= this.bounds.depth) {
      return this.refuse('CS-102', `The document is nested deeper than ${this.bounds.depth} levels`);
    }
    this.depth += 1;
    this.at += 1;
    this.skipSpace();
    const value = read();
    this.depth -= 1;
    return value;
  }

  private object(): Json | undefined {
    const object: Record<string, Json> = {};
    if (this.take('}')) return object;
    for (;;) {
      if (this.text[this.at] !== '"') return this.expected('a key in double quotes');
      if (this.keys >= this.bounds.keys) {
        return this.refuse('CS-103', `The document has more than ${this.bounds.keys} keys`);
      }
      this.keys += 1;
      const key = this.string();
      if (key === undefined) return undefined;
      this.skipSpace();
      if (!this.take(':')) return this.expected('":"');
      this.skipSpace();
      const value = this.value();
      if (value === undefined) return undefined;
      setOwn(object, key, value);
      this.skipSpace();
      if (this.take('}')) return object;
      if (!this.take(',')) return this.expected('"," or "}"');
      this.skipSpace();
    }
  }

  private array(): Json | undefined {
    const array: Json[] = [];
    if (this.take(']')) return array;
    for (;;) {
      const value = this.value();
      if (value === undefined) return undefined;
      array.push(value);
      this.skipSpace();
      if (this.take(']')) return array;
      if (!this.take(',')) return this.expected('"," or "]"');
      this.skipSpace();
    }
  }

  private string(): string | undefined {
    const read = readString(this.text, this.at);
    this.at = read.at;
    return read.value === undefined ? this.expected(read.expected) : read.value;
  }

  private word(word: string): Json | undefined {
    if (!this.text.startsWith(word, this.at)) return this.expected('a value');
    this.at += word.length;
    return WORDS.get(word);
  }

  private number(): Json | undefined {
    NUMBER.lastIndex = this.at;
    const literal = NUMBER.exec(this.text)?.[0];
    if (literal === undefined) return this.expected('a value');
    this.at += literal.length;
    return numberOf(literal);
  }

  private take(mark: string): boolean {
    if (this.text[this.at] !== mark) return false;
    this.at += 1;
    return true;
  }

  private skipSpace(): void {
    SPACE.lastIndex = this.at;
    SPACE.test(this.text);
    this.at = SPACE.lastIndex;
  }

  private expected(what: string): undefined {
    const code = this.text.codePointAt(this.at);
    const found = code === undefined ? 'the end of the text' : JSON.stringify(String.fromCodePoint(code));
    return this.refuse('CS-101', `Expected ${what}, found ${found}`);
  }

  private refuse(code: string, what: string): undefined {
    this.problem = { code, message: `${what}, at offset ${this.at}.`, place: placeOf(this.text, this.at) };
    return undefined;
  }
}
