/** For who sees the screen for the first time. */
export function ReadingHints() {
  return (
    <ol
      aria-label="How to read the screen"
      className="mb-6 grid gap-x-8 gap-y-1.5 rounded-md bg-sunken px-4 py-3 sm:grid-cols-2"
    >
      {HINTS.map(([what, how]) => (
        <li key={what} className="flex gap-2">
          <b className="w-20 shrink-0 font-medium">{what}</b>
          <span className="text-ink-2">{how}</span>
        </li>
      ))}
    </ol>
  );
}

const HINTS = [
  ['Timeline', 'At the bottom: drag it, and everything above shows that moment.'],
  ['Events', 'What happened, one row each. A row is a moment, too.'],
  ['State', 'What was true at that moment; what the event changed is marked.'],
  ['Pins', 'A and B are two moments; Diff shows what lies between them.'],
  [
    'Address',
    'It holds the moment, axis and zone, the pins, the filter, what is shown and the followed field: who opens it sees the same of them.',
  ],
  [
    'Yours',
    'The address does not hold the zoom, Blame, Changed, the order of the list, nor whether the Auditor or the Developer reads.',
  ],
] as const;
