import { testServer } from './test-server.ts';

/** Holds the server while a suite runs: it would stop whenever no other file is being tested, and start for the next. */
export default async function holdServer(): Promise<() => Promise<void>> {
  const { close } = await testServer();
  return close;
}
