/** PostgreSQL keeps no U+0000 and no half of a surrogate pair: U+FFFD stands for them. */
export function holdable(text: string): string {
  return text.replace(/\p{Surrogate}|\0/gu, '\ufffd');
}
