import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { withFileLock } from './file-lock.ts';
import { isRunning, ownIdentity, processIdentity } from './process-identity.ts';

describe('withFileLock', () => {
  let folder: string;
  let lock: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'chronoscope-lock-'));
    lock = join(folder, 'lock');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  async function crowd(): Promise<{ most: number; entered: number }> {
    let [inside, most, entered] = [0, 0, 0];
    const enter = () =>
      withFileLock(lock, async () => {
        most = Math.max(most, ++inside);
        entered++;
        await new Promise((resolve) => setImmediate(resolve));
        inside--;
      });
    await Promise.all(Array.from({ length: 25 }, enter));
    return { most, entered };
  }

  it('lets one in at a time and everybody in the end', async () => {
    expect(await crowd()).toEqual({ most: 1, entered: 25 });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('heals the lock of a dead process, and lets one in at a time while doing so', async () => {
    writeFileSync(lock, '999999999-1-deadbeef');
    expect(await crowd()).toEqual({ most: 1, entered: 25 });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('heals the lock that a dead process took on a full disk', async () => {
    symlinkSync('999999999-1-deadbeef', lock);
    expect(await crowd()).toEqual({ most: 1, entered: 25 });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('heals the lock of a process that died while it healed another', async () => {
    writeFileSync(lock, '999999999-1-deadbeef');
    writeFileSync(`${lock}.999999999-1-deadbeef`, '999999998-1-deadbeef');
    expect(await crowd()).toEqual({ most: 1, entered: 25 });
  });

  it('leaves alone what somebody faster took meanwhile', async () => {
    const dead = '999999999-1-deadbeef';
    writeFileSync(lock, dead);
    // Somebody else, who is alive.
    writeFileSync(`${lock}.${dead}`, processIdentity(process.ppid) ?? '');
    let entered = false;
    const enter = async (): Promise<void> => {
      entered = true;
    };
    const holders: string[] = [];
    const slower = withFileLock(lock, enter, { met: (holder) => holders.push(holder) });
    await vi.waitUntil(() => holders.includes(dead));
    // The faster one has healed it, and is inside.
    writeFileSync(lock, ownIdentity());
    rmSync(`${lock}.${dead}`);
    await vi.waitUntil(() => entered || holders.includes(ownIdentity()));
    expect(entered).toBe(false);
    expect(readFileSync(lock, 'utf8')).toBe(ownIdentity());
    rmSync(lock);
    await slower;
    expect(entered).toBe(true);
  });

  it('leaves the lock of a living process alone', async () => {
    writeFileSync(lock, ownIdentity());
    await expect(withFileLock(lock, async () => 'in', { waitMs: 100 })).rejects.toThrow(/held by process/);
  });

  it('is waited for no longer by somebody who is told to stop', async () => {
    writeFileSync(lock, ownIdentity());
    const stop = new AbortController();
    let isMet = false;
    const met = (): void => {
      isMet = true;
    };
    const waiting = withFileLock(lock, async () => 'in', { stop: stop.signal, met });
    await vi.waitUntil(() => isMet);
    stop.abort();
    await expect(waiting).rejects.toBe(stop.signal.reason);
    expect(readdirSync(folder)).toEqual(['lock']);
  });

  it('is free again after work that failed', async () => {
    await expect(withFileLock(lock, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await withFileLock(lock, async () => 'in')).toBe('in');
  });
});

describe('processIdentity', () => {
  it('is that of a process, not of its number', () => {
    expect(isRunning(ownIdentity())).toBe(true);
    expect(isRunning(ownIdentity().replace(/-\w+/, '-1'))).toBe(false);
    expect(processIdentity(999_999_999)).toBeNull();
    for (const odd of ['', '-', '0-1-x', '-1-1-x', 'lock']) expect(isRunning(odd)).toBe(false);
  });
});
