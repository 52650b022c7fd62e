/** A place in a list as people say it: `1st`, `2nd`, `3rd`, `11th`, `112th`. */
export function placeText(place: number): string {
  const tens = place % 100;
  if (tens >= 11 && tens <= 13) return `${place}th`;
  return `${place}${{ 1: 'st', 2: 'nd', 3: 'rd' }[place % 10] ?? 'th'}`;
}
