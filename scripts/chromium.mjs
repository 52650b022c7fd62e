import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

// A page without a window around it opens in half the time.
const SHELL = '/usr/bin/chromium-headless-shell';
const USUAL = [
  SHELL,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

/**
 * The path of a Chromium for the browser tests: the one in CHROME_PATH; its headless shell, which is installed now where apt lets us (beside
 * another browser only as root, whose machine is likely one for tests); another that the system has; else Playwright's. Throws where none of these
 * works.
 */
export async function findChromium() {
  const named = process.env.CHROME_PATH;
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROME_PATH is ${named}, where there is no program.`);
    return named;
  }
  if (!existsSync(SHELL)) byApt();
  return installed() ?? (await byPlaywright());
}

const installed = () => USUAL.find((file) => existsSync(file)) ?? null;

function byApt() {
  if (!existsSync('/usr/bin/apt-get')) return;
  const isRoot = process.getuid() === 0;
  if (installed() !== null && !isRoot) return;
  const apt = (...args) => run([...(isRoot ? [] : ['sudo', '-n']), 'apt-get', ...args]);
  if (!apt('update')) return;
  const got = (name) => apt('install', '-y', '--no-install-recommends', name);
  if (!got(path.basename(SHELL)) && installed() === null) got('chromium');
}

async function byPlaywright() {
  const cli = path.resolve(import.meta.dirname, '../node_modules/playwright/cli.js');
  run([process.execPath, cli, 'install', 'chromium']);
  const { chromium } = await import('@playwright/test');
  const file = chromium.executablePath();
  if (!existsSync(file)) {
    throw new Error(
      'There is no Chromium, and none could be installed. Install one and name it in CHROME_PATH.',
    );
  }
  return file;
}

function run([program, ...args]) {
  console.error(`$ ${[program, ...args].join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(program, args, { stdio: ['ignore', 2, 2], env }).status === 0;
}
