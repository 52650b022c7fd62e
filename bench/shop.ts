/** A database with the log of a shop and its read models, and who is asked about it. */
import { Contender } from './contender.ts';
import type { BenchDatabase, BenchServer } from './database.ts';
import { say } from './scope.ts';

export class Shop {
  private constructor(
    readonly size: number,
    readonly product: Contender,
    readonly peer: Contender,
    private readonly database: BenchDatabase,
  ) {}

  static async filled(server: BenchServer, size: number, seed: number): Promise<Shop> {
    const write = async (database: BenchDatabase): Promise<void> => {
      say(`writing the log of a shop of ${size.toLocaleString('en')} events, and its read models`);
      const writer = Contender.product('explorer');
      try {
        await writer.ask('open', { url: database.url });
        await writer.ask('fill', { count: size, seed });
      } finally {
        await writer.close();
      }
      await server.analyzed(database);
      await server.checkpoint();
    };
    const database = await server.written(`shop_${size}`, write);
    const shop = new Shop(
      size,
      Contender.product('explorer'),
      Contender.peer('SQL and a fold', 'explorer'),
      database,
    );
    await shop.product.ask('open', { url: database.url });
    await shop.peer.ask('open', { url: database.adminUrl });
    return shop;
  }

  async close(): Promise<void> {
    await this.product.close();
    await this.peer.close();
    await this.database.dropped();
  }
}
