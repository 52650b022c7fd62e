/**
 * Runs something synchronous that may never end, and cuts it off.
 *
 * node:vm can stop a script after a time, and with it every function the script has called, whatever realm it comes from. So
 * a tiny script in a context of its own calls the task. It costs some 70 µs a call: give it a batch, not one event.
 */
import vm from 'node:vm';

const callTask = new vm.Script('task()');

export class TimeLimit {
  readonly #slot = { task: (): void => undefined };
  /** Made when it is first needed: most folds run no code of others. */
  #context: vm.Context | null = null;

  constructor(readonly milliseconds: number) {}

  /** False where the task was cut off. No `catch` or `finally` inside the task sees that. What the task throws is thrown. */
  allows(task: () => void): boolean {
    this.#slot.task = task;
    this.#context ??= vm.createContext(this.#slot);
    try {
      callTask.runInContext(this.#context, { timeout: this.milliseconds });
      return true;
    } catch (error) {
      if (isTimeout(error)) return false;
      throw error;
    }
  }
}

function isTimeout(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
  );
}
