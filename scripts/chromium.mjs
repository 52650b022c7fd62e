import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const USUAL = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

/**
 * The path of a Chromium for the browser tests: the one in CHROME_PATH, one that the system has, else one that is installed
 * now: by apt where we may, else by Playwright. Throws where none of these works.
 */
export async function findChromium() {
  const named = process.env.CHROME_PATH;
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROME_PATH is ${named}, where there is no program.`);
    return named;
  }
  return installed() ?? byApt() ?? (await byPlaywright());
}

const installed = () => USUAL.find((file) => existsSync(file)) ?? null;

function byApt() {
  if (!existsSync('/usr/bin/apt-get')) return null;
  const asRoot = process.getuid() === 0 ? [] : ['sudo', '-n'];
  const apt = (...args) => run([...asRoot, 'apt-get', ...args]);
  return apt('update') && apt('install', '-y', '--no-install-recommends', 'chromium') ? installed() : null;
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
