/** A process of its own that holds a database: opens it, says its URL, and closes it when its stdin ends. */
import { openDatabase } from './open-database.ts';

const opened = await openDatabase({
  create: true,
  ...JSON.parse(process.argv[2] ?? '{}'),
  log: (line) => console.error(line),
});
console.log(JSON.stringify(opened.ok ? { url: opened.value.url } : opened.error));
if (opened.ok) {
  process.stdin.resume();
  process.stdin.once('end', () => void opened.value.close());
}
