/** The name that a reader gives for themselves, remembered by their browser. There are no accounts: nobody checks it. */

const KEY = 'chronoscope.name';

/** Empty where none was given, or where the browser keeps nothing. */
export function ownName(): string {
  try {
    return localStorage.getItem(KEY) ?? '';
  } catch {
    return '';
  }
}

export function rememberOwnName(name: string): void {
  try {
    if (name === '') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, name);
  } catch {
    // It is asked for again next time.
  }
}
