/**
 * A word of the text: what it says, unit by unit, and which units stand in quotes or behind a backslash, so that they mean themselves.
 *
 * A part of it that is cut at bare units knows its place in the text, with the quotes around what it says.
 */
import type { Place } from './trouble.ts';

export class Word implements Place {
  constructor(
    readonly text: string,
    /** Where each unit of the text stands. */
    private readonly places: readonly number[],
    private readonly bare: readonly boolean[],
    readonly from: number,
    readonly to: number,
  ) {}

  /** Nothing of it is quoted or escaped. */
  get isPlain(): boolean {
    return this.to - this.from === this.text.length;
  }

  /** Nothing was written; two quotes are something. */
  get isNothing(): boolean {
    return this.from === this.to;
  }

  isBare(index: number): boolean {
    return this.bare[index] === true;
  }

  /** The first bare unit of these, or −1. */
  find(units: string, from = 0): number {
    for (let index = from; index < this.text.length; index += 1) {
      if (this.bare[index] === true && units.includes(this.text.charAt(index))) return index;
    }
    return -1;
  }

  /** Whether these stand there, all of them bare. */
  has(units: string, index = 0): boolean {
    if (!this.text.startsWith(units, index)) return false;
    for (let at = index; at < index + units.length; at += 1) if (this.bare[at] !== true) return false;
    return true;
  }

  /** What of it stands before a place in the text. */
  before(place: number): string {
    const end = this.places.findIndex((at) => at >= place);
    return end === -1 ? this.text : this.text.slice(0, end);
  }

  slice(start: number, end = this.text.length): Word {
    const before = this.places[start - 1];
    const behind = end < this.text.length ? this.places[end] : undefined;
    return new Word(
      this.text.slice(start, end),
      this.places.slice(start, end),
      this.bare.slice(start, end),
      start === 0 || before === undefined ? this.from : before + 1,
      behind ?? this.to,
    );
  }

  /** What lies between the bare units that are this one; at least one part. */
  split(unit: string): readonly Word[] {
    const parts: Word[] = [];
    let start = 0;
    for (let end = this.find(unit); end !== -1; end = this.find(unit, start)) {
      parts.push(this.slice(start, end));
      start = end + 1;
    }
    parts.push(this.slice(start));
    return parts;
  }
}
