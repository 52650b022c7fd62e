/** File contents by object id, one after the other, from one `git cat-file --batch`. */
import { once } from 'node:events';
import { startGit } from './repository.ts';

export type Blob = { readonly bytes: Buffer } | { readonly tooLarge: number } | { readonly missing: true };

export class BlobReader {
  private readonly child;
  private readonly chunks: AsyncIterator<Buffer>;
  private rest: Buffer = Buffer.alloc(0);

  /** Contents over `limit` bytes are measured and let go. */
  constructor(
    repository: string,
    private readonly limit: number,
  ) {
    this.child = startGit(repository, ['cat-file', '--batch']);
    this.child.stdin.on('error', () => {});
    this.child.stderr.resume();
    this.chunks = this.child.stdout[Symbol.asyncIterator]();
  }

  /** Throws where git ended. Not to be called again before it answered. */
  async read(id: string): Promise<Blob> {
    this.child.stdin.write(`${id}\n`);
    const header = await this.takeLine();
    const size = Number(/^[0-9a-f]+ blob (\d+)$/.exec(header)?.[1] ?? Number.NaN);
    if (Number.isNaN(size)) return { missing: true };
    const bytes = await this.take(size, size <= this.limit);
    await this.take(1, false);
    return size <= this.limit ? { bytes } : { tooLarge: size };
  }

  async close(): Promise<void> {
    const ended = once(this.child, 'close');
    this.child.stdin.end();
    this.child.stdout.destroy();
    await ended;
  }

  private async takeLine(): Promise<string> {
    let end = this.rest.indexOf(0x0a);
    while (end === -1) {
      this.rest = Buffer.concat([this.rest, await this.chunk()]);
      end = this.rest.indexOf(0x0a);
    }
    const line = this.rest.toString('latin1', 0, end);
    this.rest = this.rest.subarray(end + 1);
    return line;
  }

  private async take(size: number, keep: boolean): Promise<Buffer> {
    const parts: Buffer[] = [];
    let left = size;
    while (left > 0) {
      if (this.rest.length === 0) this.rest = await this.chunk();
      const part = this.rest.subarray(0, left);
      if (keep) parts.push(part);
      left -= part.length;
      this.rest = this.rest.subarray(part.length);
    }
    return Buffer.concat(parts);
  }

  private async chunk(): Promise<Buffer> {
    const next = await this.chunks.next();
    if (next.done === true) throw new Error('git cat-file ended before it answered');
    return next.value;
  }
}
