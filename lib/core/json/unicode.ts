/**
 * What text weighs and whether it is text at all.
 *
 * Law: utf8Length(text) is the length of the UTF-8 encoding; an unpaired surrogate, which has none, counts three bytes
 * as its replacement character would.
 */

/** False where the text holds an unpaired surrogate, which no UTF-8 can carry. */
export function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}

export function utf8Length(text: string): number {
  let bytes = text.length;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) continue;
    if (unit < 0x800) {
      bytes += 1;
    } else if (isHighSurrogate(unit) && isLowSurrogate(text.charCodeAt(at + 1))) {
      // A pair is two units and four bytes.
      bytes += 2;
      at += 1;
    } else {
      bytes += 2;
    }
  }
  return bytes;
}

const isHighSurrogate = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;

const isLowSurrogate = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;
