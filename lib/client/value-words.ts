/** A leaf as a person would say it: strings without their quotes, empty ones named, everything else as written. */
export function valueText(json: string): string {
  if (json === '""') return 'empty text';
  if (json === '[]') return 'an empty list';
  if (json === '{}') return 'an empty object';
  if (!json.startsWith('"')) return json;
  const parsed: unknown = JSON.parse(json);
  return typeof parsed === 'string' ? parsed : json;
}
