import { expect, it } from 'vitest';
import { BusyMachine } from './busy-machine.ts';

it('is busy where its processors were idle for less than a quarter of the time since it was looked at', () => {
  let times = { idle: 1_000, all: 10_000 };
  let now = 0;
  const machine = new BusyMachine(
    () => times,
    () => now,
  );
  const after = (idle: number, all: number, ms = 500) => {
    times = { idle: times.idle + idle, all: times.all + all };
    now += ms;
    return machine.isBusy;
  };
  expect(machine.isBusy).toBe(false);
  expect(after(249, 1_000)).toBe(true);
  expect(after(250, 1_000)).toBe(false);
  // What came in less than half a second says nothing yet, and is counted with what follows.
  expect(after(0, 400, 200)).toBe(false);
  expect(after(0, 600, 300)).toBe(true);
  // Nothing was counted.
  expect(after(0, 0)).toBe(false);
});
