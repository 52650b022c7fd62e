/**
 * A text that this browser keeps under a name, for whoever shows it: all of them see a change at once, in other tabs too. Where nothing
 * may be stored it holds for as long as the page is open.
 */
export class KeptText {
  private current: string | null = null;
  private isRead = false;
  private readonly listeners = new Set<() => void>();

  /** `session`: for this tab alone, and for as long as it is open. */
  constructor(
    private readonly name: string,
    private readonly lasts: 'local' | 'session' = 'local',
  ) {}

  readonly get = (): string | null => {
    if (!this.isRead) {
      this.isRead = true;
      this.current = this.stored();
    }
    return this.current;
  };

  set(text: string): void {
    this.isRead = true;
    this.current = text;
    try {
      this.storage().setItem(this.name, text);
    } catch {
      // Said above: it holds while the page is open.
    }
    this.tell();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    if (this.listeners.size === 0) window.addEventListener('storage', this.onStorage);
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size === 0) window.removeEventListener('storage', this.onStorage);
    };
  };

  private readonly onStorage = ({ key }: StorageEvent) => {
    // Without a key everything was cleared.
    if (key !== null && key !== this.name) return;
    this.current = this.stored();
    this.tell();
  };

  /** Asking for it throws where nothing may be stored. */
  private storage(): Storage {
    return this.lasts === 'local' ? window.localStorage : window.sessionStorage;
  }

  private stored(): string | null {
    try {
      return this.storage().getItem(this.name);
    } catch {
      return null;
    }
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}
