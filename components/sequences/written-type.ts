import { whatText } from '#core';

/** The name of a type as it stands in a sequence. */
export function writtenType(name: string): string {
  return whatText({ kind: 'name', field: 'type', pattern: { pieces: [name] } });
}
