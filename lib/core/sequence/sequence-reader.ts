/** Words, arrows and queries put together to steps and clauses, in one pass. */
import { LIMITS } from '../limits.ts';
import { parseQuery } from '../query/parse-query.ts';
import type { Clause, Query } from '../query/query.ts';
import type { QueryClock } from '../query/query-clock.ts';
import { cited, type Mend, type Place, type Read, type Refusal } from '../query/trouble.ts';
import { ok } from '../result.ts';
import type { Sequence, SequenceBy, SequenceStep } from './sequence.ts';
import { type SequenceToken, sequenceTokens } from './sequence-tokens.ts';
import { readSpan } from './span.ts';

export interface ParsedSequence {
  readonly sequence: Sequence;
  /** Where each step stands in the text. */
  readonly places: readonly Place[];
}

export class SequenceReader {
  private readonly tokens: readonly SequenceToken[];
  private readonly steps: SequenceStep[] = [];
  private readonly places: Place[] = [];
  private readonly said = new Set<string>();
  private by: SequenceBy = 'entity';
  private on: Sequence['on'] = 'recorded';
  private where: Query = { kind: 'all' };
  private next = 0;

  constructor(
    private readonly text: string,
    private readonly clock: QueryClock,
  ) {
    this.tokens = sequenceTokens(text);
  }

  read(): Read<ParsedSequence> {
    const refusal = this.readSteps() ?? this.readClauses();
    if (refusal !== null) return refusal;
    const { steps, by, on, where } = this;
    return ok({ sequence: { steps, by, on, where }, places: this.places });
  }

  private readSteps(): Refusal | null {
    do {
      const refusal = this.readStep();
      if (refusal !== null) return refusal;
    } while (this.takes('arrow'));
    return null;
  }

  private readStep(): Refusal | null {
    const from = this.here.from;
    if (this.steps.length === LIMITS.sequenceSteps)
      return tooMuch(this.here, `A sequence has at most ${LIMITS.sequenceSteps} steps. Leave some out.`);
    const isAbsence = this.takesWord('no');
    const times = isAbsence ? ok(1) : this.readTimes();
    if (!times.ok) return times;
    const what = this.readWhat();
    if (!what.ok) return what;
    const within = this.readWithin();
    if (!within.ok) return within;
    const place = { from, to: this.tokens[this.next - 1]?.to ?? from };
    const wrong = this.wrongFirst(isAbsence, times.value, within.value, place);
    if (wrong !== null) return wrong;
    this.steps.push(
      isAbsence
        ? { kind: 'absence', what: what.value, within: within.value }
        : { kind: 'event', what: what.value, times: times.value, within: within.value },
    );
    this.places.push(place);
    return null;
  }

  private wrongFirst(isAbsence: boolean, times: number, within: bigint | null, place: Place): Refusal | null {
    if (this.steps.length > 0) return null;
    if (isAbsence)
      return refused(
        place,
        'A sequence begins with an event: write before "no" behind what nothing is to come.',
      );
    if (within === null || times > 1) return null;
    return refused(
      place,
      'Nothing is before the first step that "within" could count from. Write it behind a later step.',
      { from: this.tokens[this.next - 3]?.to ?? place.from, to: place.to, text: '' },
    );
  }

  private readTimes(): Read<number> {
    const token = this.tokens[this.next];
    const [, digits] = token?.kind === 'word' ? (/^(\d+)x$/.exec(token.text) ?? []) : [];
    if (token === undefined || digits === undefined) return ok(1);
    this.next += 1;
    const times = digits.length > 6 ? Number.POSITIVE_INFINITY : Number(digits);
    if (times > LIMITS.sequenceTimes)
      return tooMuch(token, `A step is taken at most ${LIMITS.sequenceTimes} times.`);
    if (times > 0) return ok(times);
    return refused(token, 'A step is taken once or more often. "no" says that something does not happen.', {
      ...placeOf(token),
      text: 'no',
    });
  }

  private readWhat(): Read<Clause> {
    const token = this.tokens[this.next];
    if (token === undefined || token.kind === 'arrow' || isKeyword(token)) return this.missingStep();
    this.next += 1;
    if (token.open !== null) return unclosed(token, this.text.length);
    const prefix = token.kind === 'query' ? '' : TYPE;
    const query = this.readQuery(token, prefix);
    if (!query.ok) return query;
    if (query.value.kind !== 'all') return ok(query.value);
    return refused(token, 'Nothing stands in these parentheses. A star stands for any event.', {
      ...placeOf(token),
      text: '*',
    });
  }

  private missingStep(): Refusal {
    const isFirst = this.steps.length === 0 && this.next === 0;
    return refused(
      this.here,
      isFirst
        ? 'Write the first step: a type of event, such as OrderPlaced, or a query in parentheses.'
        : 'A step is to stand here: a type of event, or a query in parentheses. Names such as "no" stand in quotes.',
    );
  }

  /** In the places of the whole text. */
  private readQuery(token: SequenceToken, prefix: string): Read<Query> {
    const shift = token.kind === 'query' ? token.from + 1 : token.from - prefix.length;
    const parsed = parseQuery(prefix + token.text, this.clock);
    if (parsed.ok) return ok(parsed.value.query);
    const { code, message, at, end, suggestion } = parsed.error;
    const place = { from: Math.max(token.from, at + shift), to: Math.max(token.from, end + shift) };
    const inner = suggestion?.startsWith(prefix) === true ? suggestion.slice(prefix.length) : null;
    const mend =
      inner === null ? null : { ...placeOf(token), text: token.kind === 'query' ? `(${inner})` : inner };
    return { ok: false, error: { code, message, at: place, mend } };
  }

  private readWithin(): Read<bigint | null> {
    if (!this.takesWord('within')) return ok(null);
    const token = this.tokens[this.next];
    if (token === undefined || token.kind !== 'word')
      return refused(this.here, 'Write how long right behind "within", such as 2d or 15m.');
    this.next += 1;
    const span = readSpan(token.text);
    if (span !== null) return ok(span);
    const unit = this.tokens[this.next];
    const joined = unit?.kind === 'word' ? readSpan(token.text + unit.text) : null;
    const mend = joined === null || unit === undefined ? null : { from: token.to, to: unit.from, text: '' };
    return refused(
      token,
      `${cited(token.text)} says no length of time. Write a number and one of us, ms, s, m, h, d and w, such as 2d; at most 36500d.`,
      mend,
    );
  }

  private readClauses(): Refusal | null {
    for (let token = this.tokens[this.next]; token !== undefined; token = this.tokens[this.next]) {
      const name = token.kind === 'word' ? token.text : '';
      if (name !== 'by' && name !== 'on' && name !== 'where') return this.unexpected(token);
      if (this.said.has(name)) return refused(token, `"${name}" is said twice. Leave one of them out.`);
      this.said.add(name);
      this.next += 1;
      const refusal = name === 'where' ? this.readWhere() : this.readChoice(name);
      if (refusal !== null) return refusal;
    }
    return null;
  }

  private readChoice(name: 'by' | 'on'): Refusal | null {
    const token = this.tokens[this.next];
    const written = token?.kind === 'word' ? token.text : '';
    const by = BYS.find((one) => one === written);
    const on = CLOCKS.find((one) => one === written);
    this.next += 1;
    if (name === 'by' && by !== undefined) this.by = by;
    else if (name === 'on' && on !== undefined) this.on = on;
    else {
      const words: readonly string[] = name === 'by' ? BYS : CLOCKS;
      const at = token ?? { from: this.text.length, to: this.text.length };
      const begun = words.find((word) => written !== '' && word.startsWith(written.slice(0, 3)));
      const mend = begun === undefined ? null : { ...placeOf(at), text: begun };
      return refused(at, `Behind "${name}" stands ${words.join(' or ')}.`, mend);
    }
    return null;
  }

  private readWhere(): Refusal | null {
    const token = this.tokens[this.next];
    if (token?.kind !== 'query')
      return refused(this.here, 'Behind "where" stands a query in parentheses, such as (actor:alice).');
    this.next += 1;
    if (token.open !== null) return unclosed(token, this.text.length);
    const query = this.readQuery(token, '');
    if (!query.ok) return query;
    this.where = query.value;
    return null;
  }

  private unexpected(token: SequenceToken): Refusal {
    const isArrow = /^(?:→|=>|>|-+>?|,|then)$/i.test(token.text);
    const mend = isArrow
      ? { ...placeOf(token), text: '->' }
      : { from: token.from, to: token.from, text: '-> ' };
    const message =
      token.kind === 'arrow'
        ? 'The steps stand before "by", "on" and "where".'
        : 'Between two steps stands ->, and behind the last one "by", "on" or "where". What has blanks in it stands in quotes.';
    return refused(token, message, token.kind === 'arrow' || this.said.size > 0 ? null : mend);
  }

  private takes(kind: 'arrow'): boolean {
    const isThere = this.tokens[this.next]?.kind === kind;
    if (isThere) this.next += 1;
    return isThere;
  }

  private takesWord(word: string): boolean {
    const token = this.tokens[this.next];
    const isThere = token?.kind === 'word' && token.text === word;
    if (isThere) this.next += 1;
    return isThere;
  }

  private get here(): Place {
    return this.tokens[this.next] ?? { from: this.text.length, to: this.text.length };
  }
}

const TYPE = 'type:';
const BYS = ['entity', 'actor', 'correlation'] as const;
const CLOCKS = ['recorded', 'occurred'] as const;
const KEYWORDS: ReadonlySet<string> = new Set(['no', 'within', 'by', 'on', 'where']);

function isKeyword({ kind, text }: SequenceToken): boolean {
  return kind === 'word' && (KEYWORDS.has(text) || /^\d+x$/.test(text));
}

function unclosed({ kind, from, open, to }: SequenceToken, end: number): Refusal {
  const isQuote = kind === 'word' || open !== from;
  const text = `${isQuote ? '"' : ''}${kind === 'query' ? ')' : ''}`;
  const message = `This ${isQuote ? 'quote' : 'parenthesis'} is never closed. Write another one where it ends.`;
  return refused({ from: open ?? from, to }, message, { from: end, to: end, text });
}

const placeOf = ({ from, to }: Place): Place => ({ from, to });

function refused(at: Place, message: string, mend: Mend | null = null): Refusal {
  return { ok: false, error: { code: 'CS-153', at: placeOf(at), message, mend } };
}

function tooMuch(at: Place, message: string): Refusal {
  return { ok: false, error: { code: 'CS-154', at: placeOf(at), message, mend: null } };
}
