#!/usr/bin/env node
// Builds what the checkout does not have yet, then runs the command line in this process.
const NEEDED = [20, 19];

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < NEEDED[0] || (major === NEEDED[0] && minor < NEEDED[1])) {
  console.error(
    `CS-415: Chronoscope needs Node ${NEEDED.join('.')} or newer; this is ${process.versions.node}.`,
  );
  process.exit(2);
}

const words = process.argv.slice(2);
const starts =
  words.find((word) => !word.startsWith('-')) === 'start' &&
  !words.includes('--help') &&
  !words.includes('-h');
// Next and React read it while they are loaded, whatever the user's shell has.
if (starts) process.env.NODE_ENV = 'production';

try {
  const { ensureBuilt } = await import('../scripts/build/ensure-built.mjs');
  await ensureBuilt({ pages: starts });
} catch (error) {
  const missing = error.code === 'ERR_MODULE_NOT_FOUND' ? ' Run npm ci first.' : '';
  console.error(`CS-414: Chronoscope could not be built: ${error.message}${missing}`);
  process.exit(1);
}
await import('../dist/cli.mjs');
