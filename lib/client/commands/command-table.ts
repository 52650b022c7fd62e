/**
 * The one table of commands: what the product can be told to do, by which keys, and where those keys are heard.
 *
 * Who carries a command out says so while it is on screen (useHandlers); one without a handler is not offered. Keys of lists and trees that
 * follow the patterns of WAI-ARIA are not commands: they are in fixed-keys.ts.
 */

/**
 * Where the keys of a command are heard. `dock`: while the timeline has the focus. `page`: there, and elsewhere on the page as far as
 * single-key shortcuts are on. `anywhere`: on every page.
 */
export type Scope = 'dock' | 'page' | 'anywhere';

export interface Command {
  readonly id: CommandId;
  readonly label: string;
  readonly group: CommandGroup;
  readonly scope: Scope;
  /** Default chords, see chord.ts. */
  readonly keys: readonly string[];
  /** More words by which it is found. */
  readonly also: string;
  /** It moves by keys alone: a palette has no use for it. */
  readonly byKeyOnly: boolean;
}

export const COMMAND_GROUPS = [
  'Everywhere',
  'Move in time',
  'Play',
  'Compare',
  'Look',
  'Timeline window',
  'Notes',
  'Views',
] as const;

export type CommandGroup = (typeof COMMAND_GROUPS)[number];

type Row = readonly [label: string, scope: Scope, keys: readonly string[], also?: string];

/** By group; the order is the one on screen. */
const TABLE = {
  Everywhere: {
    palette: ['Search and commands', 'anywhere', ['Mod+K'], 'palette find'],
    help: ['Keys and help', 'anywhere', ['?'], 'shortcuts keyboard'],
    sequences: ['Look for a sequence of events', 'anywhere', [], 'funnel steps pattern within'],
    writeQuery: ['Write a query', 'page', ['/'], 'search find filter events'],
  },
  'Move in time': {
    previousEvent: ['Previous event', 'dock', ['ArrowLeft'], 'back'],
    nextEvent: ['Next event', 'dock', ['ArrowRight'], 'forward'],
    tenBack: ['Ten events back', 'dock', ['Shift+ArrowLeft']],
    tenForward: ['Ten events forward', 'dock', ['Shift+ArrowRight']],
    pageForward: ['Forward by 5 % of what the timeline shows', 'dock', ['PageUp']],
    pageBack: ['Back by 5 % of what the timeline shows', 'dock', ['PageDown']],
    firstEvent: ['First event', 'dock', ['Home'], 'start oldest'],
    lastEvent: ['Last event', 'dock', ['End'], 'newest'],
    previousChange: ['Previous change of the followed field', 'page', ['Ctrl+ArrowLeft']],
    nextChange: ['Next change of the followed field', 'page', ['Ctrl+ArrowRight']],
    previousOfType: ['Previous event of the same type', 'page', [',']],
    nextOfType: ['Next event of the same type', 'page', ['.']],
    goTo: ['Go to an event or an instant', 'page', ['G'], 'jump'],
    playhead: ['To the playhead, for the keys of the timeline', 'page', ['T'], 'focus timeline'],
    now: ['Go to now', 'page', [], 'newest latest head'],
    appTime: ['Set the time of the app…', 'anywhere', [], 'as of date moment then entities'],
    appNow: ['Back to now', 'anywhere', [], 'time of the app newest latest'],
    tenth0: ['To the start', 'dock', ['0']],
    tenth1: ['To one tenth', 'dock', ['1']],
    tenth2: ['To two tenths', 'dock', ['2']],
    tenth3: ['To three tenths', 'dock', ['3']],
    tenth4: ['To four tenths', 'dock', ['4']],
    tenth5: ['To the middle', 'dock', ['5']],
    tenth6: ['To six tenths', 'dock', ['6']],
    tenth7: ['To seven tenths', 'dock', ['7']],
    tenth8: ['To eight tenths', 'dock', ['8']],
    tenth9: ['To nine tenths', 'dock', ['9']],
  },
  Play: {
    play: ['Play or pause', 'dock', ['Space'], 'stop'],
    slower: ['Slower', 'page', ['J'], 'speed'],
    faster: ['Faster', 'page', ['L'], 'speed'],
  },
  Compare: {
    setA: ['Set pin A here', 'page', ['A'], 'compare from'],
    setB: ['Set pin B here', 'page', ['B'], 'compare to'],
    swap: ['Swap the pins', 'page', ['X']],
    swapMoments: ['Swap the two moments', 'page', [], 'from to turn'],
    clear: ['Clear the pins', 'dock', ['Escape'], 'remove'],
    nextLook: ['Next look of the diff', 'page', ['V'], 'mode split unified table raw'],
  },
  Look: {
    scale: ['Scale by time or by events', 'page', ['\\'], 'axis'],
    zone: ['Change the time zone', 'page', ['U'], 'utc local'],
    recorded: ['As we knew it (recorded axis)', 'page', []],
    occurred: ['As it happened (occurred axis)', 'page', []],
    blame: ['Show or hide who set each field', 'page', [], 'blame gutter author changed by'],
    exportView: ['Export what is on screen', 'page', [], 'download save file copy csv json curl'],
    report: ['Print a report of what is on screen', 'page', [], 'paper pdf summary'],
    copyAddress: ['Copy the address of this view', 'page', [], 'link share url'],
  },
  'Timeline window': {
    earlier: ['Shift the window back', 'page', ['[']],
    later: ['Shift the window forward', 'page', [']']],
    zoomIn: ['Zoom in', 'dock', ['+']],
    zoomOut: ['Zoom out', 'dock', ['-']],
  },
  Notes: {
    note: ['Write a note on this moment', 'page', ['M'], 'bookmark'],
    nextNote: ['Next note', 'page', ['N'], 'bookmark'],
    previousNote: ['Previous note', 'page', ['P'], 'bookmark'],
  },
  Views: {
    showState: ['State', 'page', []],
    showField: ['Followed field', 'page', [], 'history'],
    showSplit: ['Diff A–B, side by side', 'page', [], 'split compare'],
    showUnified: ['Diff A–B, unified', 'page', [], 'compare'],
    showTable: ['Diff A–B, table of changes', 'page', [], 'compare'],
    showRaw: ['Diff A–B, raw text', 'page', [], 'compare json'],
  },
} as const satisfies Record<CommandGroup, Record<string, Row>>;

type IdsOf<Groups> = { [Group in keyof Groups]: keyof Groups[Group] }[keyof Groups];

export type CommandId = IdsOf<typeof TABLE>;

export const COMMANDS: readonly Command[] = COMMAND_GROUPS.flatMap((group) => {
  const rows: Readonly<Record<string, Row>> = TABLE[group];
  return Object.entries(rows).map(([id, [label, scope, keys, also = '']]) => ({
    id: id as CommandId,
    label,
    group,
    scope,
    keys,
    also,
    byKeyOnly: id.startsWith('tenth'),
  }));
});

const BY_ID: ReadonlyMap<string, Command> = new Map(COMMANDS.map((command) => [command.id, command]));

export function commandById(id: string): Command | null {
  return BY_ID.get(id) ?? null;
}
