/**
 * A small log with known answers: one parcel, 240 events, each carrying the whole state, so that the right state at any
 * version is simply the payload of that line.
 */
export interface ParcelLine {
  readonly parcel: string;
  readonly what: string;
  readonly who: string;
  readonly happened: string;
  readonly written: string;
  readonly content: ParcelState;
}

export interface ParcelState {
  readonly status: string;
  readonly weightKg: number;
  readonly stops: readonly { readonly place: string; readonly scans: number }[];
  readonly tags: readonly string[];
  readonly note: string | null;
}

const PLACES = ['Praha', 'Brno', 'Wien', 'Łódź', 'Göteborg'];
const ACTORS = ['alice', 'bob', 'scanner-7'];
const START = Date.UTC(2026, 0, 5, 8, 0, 0);
const HOUR = 3_600_000;

export const PARCEL_EVENTS = 240;

export function parcelLog(): readonly ParcelLine[] {
  const lines: ParcelLine[] = [];
  for (let version = 1; version <= PARCEL_EVENTS; version += 1) {
    const happened = new Date(START + version * HOUR * 5).toISOString();
    const written = new Date(START + version * HOUR * 5 + 2_400).toISOString();
    lines.push({
      parcel: 'p-1',
      what: version === 1 ? 'ParcelCreated' : version % 7 === 0 ? 'NoteChanged' : 'ParcelScanned',
      who: ACTORS[version % ACTORS.length] ?? 'alice',
      happened,
      written,
      content: stateAfter(version),
    });
  }
  return lines;
}

function stateAfter(version: number): ParcelState {
  const stops = PLACES.slice(0, 1 + (Math.floor(version / 40) % PLACES.length)).map((place, index) => ({
    place,
    scans: Math.floor((version + index) / 3),
  }));
  return {
    status: version < 200 ? 'travelling' : 'delivered',
    weightKg: 2.5,
    stops,
    tags: version % 2 === 0 ? ['b2c', 'priority'] : ['b2c'],
    note:
      version % 7 === 0
        ? `checked ${version}`
        : version < 7
          ? null
          : `checked ${Math.floor(version / 7) * 7}`,
  };
}

/** The same log as NDJSON. */
export const parcelNdjson = (): string =>
  parcelLog()
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('');

export const PARCEL_IMPORT = [
  '--format',
  'ndjson',
  '--entity-type',
  'parcel',
  '--entity-id',
  '/parcel',
  '--event-type',
  '/what',
  '--actor',
  '/who',
  '--occurred-at',
  '/happened',
  '--recorded-at',
  '/written',
  '--payload',
  '/content',
  '--fold',
  'replace',
  '--source',
  'parcels',
];

/** Pointers of the fields that differ between two states, found by writing both out: the slow, plain way. */
export function differingPaths(before: ParcelState, after: ParcelState): readonly string[] {
  const [left, right] = [fields(before), fields(after)];
  const paths = new Set([...left.keys(), ...right.keys()]);
  return [...paths].filter((path) => left.get(path) !== right.get(path)).sort();
}

function fields(state: ParcelState): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(state)) {
    if (key !== 'stops') found.set(`/${key}`, JSON.stringify(value));
  }
  state.stops.forEach((stop, index) => {
    for (const [key, value] of Object.entries(stop))
      found.set(`/stops/${index}/${key}`, JSON.stringify(value));
  });
  return found;
}

export function parcelAt(version: number): ParcelState {
  return stateAfter(version);
}
