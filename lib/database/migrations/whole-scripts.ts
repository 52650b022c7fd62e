import { PrismaPg } from '@prisma/adapter-pg';

/**
 * Prisma's adapter with one thing put right: it cuts a script at every semicolon, those in comments and in the bodies of
 * functions too. Sent whole, PostgreSQL takes it apart itself, and a script that fails leaves nothing behind.
 */
export class WholeScripts extends PrismaPg {
  /** What PostgreSQL said of the script that failed, as the engine does not pass it on. */
  failure: Error | null = null;

  override async connect(): ReturnType<PrismaPg['connect']> {
    const adapter = await super.connect();
    adapter.executeScript = async (script) => {
      try {
        await adapter.underlyingDriver().query(script);
      } catch (error) {
        this.failure = error instanceof Error ? error : new Error(String(error));
        throw error;
      }
    };
    return adapter;
  }
}
