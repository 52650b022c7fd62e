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
    const database = await server.fresh();
    const shop = new Shop(
      size,
      Contender.product('explorer'),
      Contender.peer('SQL and a fold', 'explorer'),
      database,
    );
    try {
      await shop.product.ask('open', { url: database.url });
      await shop.peer.ask('open', { url: database.adminUrl });
      say(`writing the log of a shop of ${size.toLocaleString('en')} events, and its read models`);
      await shop.product.ask('fill', { count: size, seed });
      await server.analyzed(database);
      await server.checkpoint();
      return shop;
    } catch (error) {
      await shop.close();
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.product.close();
    await this.peer.close();
    await this.database.dropped();
  }
}
