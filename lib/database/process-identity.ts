import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * Names a process so that it is never taken for a later one which got the same number: pid, start time, boot.
 * The text is fit for a file name. Null: there is no such process (or it is dead and only waits to be reaped).
 */
export function processIdentity(pid: number): string | null {
  const started = process.platform === 'linux' ? startedOnLinux(pid) : startedElsewhere(pid);
  return started === null ? null : `${pid}-${started}`;
}

/** Whether the very process that `identity` named still runs. */
export function isRunning(identity: string): boolean {
  const pid = Number(identity.split('-')[0]);
  return Number.isSafeInteger(pid) && pid > 0 && processIdentity(pid) === identity;
}

/** The identity of this process, which exists by definition. */
export function ownIdentity(): string {
  const identity = processIdentity(process.pid);
  if (identity === null) throw new Error('The system does not list this process.');
  return identity;
}

/** The command line of a process with its arguments set apart by spaces; null where there is none to read. */
export function commandLineOf(pid: number): string | null {
  try {
    const text =
      process.platform === 'linux'
        ? readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
        : execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8', stdio: 'pipe' });
    return text.trim() === '' ? null : text.trim();
  } catch {
    return null;
  }
}

// Field 22 of proc(5)'s stat counts ticks since boot, so the boot belongs to the name. The program's name (field 2) may hold
// spaces and brackets: fields are counted from its last bracket.
function startedOnLinux(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').slice(0, 8);
    return fields[0] === 'Z' || fields[0] === 'X' ? null : `${fields[19]}-${boot}`;
  } catch {
    return null;
  }
}

function startedElsewhere(pid: number): string | null {
  try {
    const text = execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], {
      encoding: 'utf8',
      stdio: 'pipe',
    });
    return text.trim().replaceAll(/[^A-Za-z0-9]+/g, '_') || null;
  } catch {
    return null;
  }
}
