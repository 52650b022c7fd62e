/**
 * FNV-1a over the UTF-16 units of a text, 32 bits, as eight hex digits.
 *
 * Any single altered unit gives another sum. It is against accidents (a cut download, a bad disk): against forgery stand the
 * hashes of the events.
 */
export function checksum(text: string): string {
  let sum = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    sum = Math.imul(sum ^ text.charCodeAt(index), 0x01000193);
  }
  return (sum >>> 0).toString(16).padStart(8, '0');
}
