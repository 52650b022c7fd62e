/**
 * How far an import is, on stderr: a bar on a terminal, otherwise a plain line now and then. Refused lines are named as they come,
 * the first hundred of them.
 */
import type { ImportProgress } from '#server';
import { shownText } from './shown-text.ts';

interface Screen {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const NAMED_REFUSALS = 100;
const BAR_WIDTH = 30;
const PLAIN_EVERY_MS = 2_000;
const ERASE_LINE = '\r\u001b[2K';

export class ImportProgressLines {
  private named = 0;
  private lastPlain: number;
  private barShown = false;

  /** `now` in milliseconds. */
  constructor(
    private readonly screen: Screen,
    private readonly now: () => number,
  ) {
    this.lastPlain = now();
  }

  report(progress: ImportProgress): void {
    for (const { place, code, reason } of progress.refusals) {
      this.name(shownText(`refused ${place}: ${code} ${reason}`));
    }
    if (this.screen.isTTY === true) this.drawBar(progress);
    else if (this.now() - this.lastPlain >= PLAIN_EVERY_MS) this.plainLine(progress);
  }

  /** Removes the bar, so that the summary stands alone. */
  end(): void {
    if (this.barShown) this.screen.write(ERASE_LINE);
    this.barShown = false;
  }

  private name(line: string): void {
    this.named += 1;
    if (this.named > NAMED_REFUSALS + 1) return;
    this.end();
    const more = 'more lines were refused: the summary has the number, --rejects FILE keeps them';
    this.screen.write(`${this.named > NAMED_REFUSALS ? more : line}\n`);
  }

  private drawBar(progress: ImportProgress): void {
    this.screen.write(`${ERASE_LINE}${barOf(progress)} ${countsOf(progress)}`);
    this.barShown = true;
  }

  private plainLine(progress: ImportProgress): void {
    this.lastPlain = this.now();
    this.screen.write(`${percentOf(progress)}${countsOf(progress)}\n`);
  }
}

function barOf({ bytes, totalBytes }: ImportProgress): string {
  if (totalBytes === null || totalBytes === 0) return '…';
  const full = Math.min(BAR_WIDTH, Math.floor((bytes / totalBytes) * BAR_WIDTH));
  return `[${'█'.repeat(full)}${' '.repeat(BAR_WIDTH - full)}]`;
}

function percentOf({ bytes, totalBytes }: ImportProgress): string {
  if (totalBytes === null || totalBytes === 0) return '';
  return `${Math.min(100, Math.floor((bytes / totalBytes) * 100))} % · `;
}

const countsOf = ({ read, added, refused }: ImportProgress): string =>
  `${read} read, ${added} added, ${refused} refused so far`;
