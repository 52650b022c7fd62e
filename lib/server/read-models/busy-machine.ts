/**
 * Whether this machine has nothing to spare, by its own count of the time that its processors were idle. Of a container that is allowed some of them alone that
 * is not known: it is not busy then.
 */
import { cpus } from 'node:os';

/**
 * Less than this part of the time. Who rests leaves some of it idle, and is not to be called back by that: with a tenth, every other half second was taken
 * for one with time to spare.
 */
const LITTLE = 0.25;
/** Processors count in hundredths of a second, so less time says nothing. */
const LOOK_MS = 500;

export interface ProcessorTimes {
  readonly idle: number;
  readonly all: number;
}

export class BusyMachine {
  #looked = Number.NEGATIVE_INFINITY;
  #last: ProcessorTimes;
  #isBusy = false;

  constructor(
    private readonly times: () => ProcessorTimes = processorTimes,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.#last = times();
  }

  /** Over the time since it was asked before, half a second at least. */
  get isBusy(): boolean {
    const now = this.now();
    if (now - this.#looked < LOOK_MS) return this.#isBusy;
    const times = this.times();
    const all = times.all - this.#last.all;
    this.#isBusy = all > 0 && times.idle - this.#last.idle < LITTLE * all;
    this.#last = times;
    this.#looked = now;
    return this.#isBusy;
  }
}

function processorTimes(): ProcessorTimes {
  let [idle, all] = [0, 0];
  for (const { times } of cpus()) {
    idle += times.idle;
    all += times.idle + times.user + times.nice + times.sys + times.irq;
  }
  return { idle, all };
}
