// `npm test`: every check and every test, and at the very end one line `N passed, N failed`. A step that is no test (a check,
// a build) counts where it fails, so that a run in which nothing could start does not look like one without failures.
//
//     node scripts/test.mjs [--only unit|db|e2e|shared]
import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuilt } from './build/ensure-built.mjs';
import { findChromium } from './chromium.mjs';

const root = path.resolve(import.meta.dirname, '..');
const nodeModules = path.join(root, 'node_modules');
const { values } = parseArgs({ options: { only: { type: 'string' } } });
const reports = await mkdtemp(path.join(tmpdir(), 'chronoscope-tests-'));
const total = { passed: 0, failed: 0 };

const build = () => step('build', () => ensureBuilt({ pages: true }));
const suites = {
  unit: () => vitest('unit'),
  db: () => vitest('db'),
  e2e: async () => {
    if ((await build()) !== null) await playwright('e2e', {});
  },
  shared: async () => {
    await vitest('shared');
    if ((await hasSharedStories()) && (await build()) !== null)
      await playwright('shared-e2e', { CHRONOSCOPE_SHARED: '1' });
  },
};

if (values.only !== undefined && !Object.hasOwn(suites, values.only)) {
  console.error(`--only takes one of ${Object.keys(suites).join(', ')}.`);
  process.exit(2);
}

await step('generate and bundle', () => ensureBuilt({ pages: false }));
if (values.only === undefined) {
  await step('check', () => run('npm', ['run', '--silent', 'check']));
  for (const name of ['unit', 'db', 'e2e']) await step(name, suites[name]);
} else {
  await step(values.only, suites[values.only]);
}
await rm(reports, { recursive: true, force: true });
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

async function vitest(project) {
  const report = path.join(reports, `${project}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await runNode([
    path.join(nodeModules, 'vitest/vitest.mjs'),
    'run',
    '--project',
    project,
    ...reporters,
  ]);
  await count(project, report, code, vitestCounts);
}

async function playwright(name, env) {
  const report = path.join(reports, `${name}.json`);
  const chromium = await step('find Chromium', findChromium);
  if (chromium === null) return;
  const cli = path.join(nodeModules, '@playwright/test/cli.js');
  const code = await runNode([cli, 'test'], { ...env, CHROME_PATH: chromium, CHRONOSCOPE_REPORT: report });
  await count(name, report, code, playwrightCounts);
}

async function hasSharedStories() {
  const files = await readdir(path.join(root, 'e2e')).catch(() => []);
  return files.some((file) => file.endsWith('.shared.spec.ts'));
}

// A file that could not be loaded has no tests to fail; it is one failure itself.
function vitestCounts({ testResults }) {
  const counts = { passed: 0, failed: 0 };
  for (const { status, assertionResults } of testResults) {
    const failed = assertionResults.filter((test) => test.status === 'failed').length;
    counts.passed += assertionResults.filter((test) => test.status === 'passed').length;
    counts.failed += status === 'failed' ? Math.max(1, failed) : failed;
  }
  return counts;
}

function playwrightCounts({ stats, errors }) {
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length };
}

// A runner that ends badly without a failed test (an unhandled error, a crash before the report) is a failure too.
async function count(name, report, code, countsOf) {
  const counts = await readFile(report, 'utf8')
    .then((text) => countsOf(JSON.parse(text)))
    .catch(() => ({ passed: 0, failed: 0 }));
  if (code !== 0 && counts.failed === 0) counts.failed = 1;
  console.log(`${name}: ${counts.passed} passed, ${counts.failed} failed\n`);
  total.passed += counts.passed;
  total.failed += counts.failed;
}

/** Runs something that is no test; where it fails, says so, counts it and answers null. */
async function step(name, work) {
  try {
    const answer = await work();
    if (typeof answer === 'number' && answer !== 0) throw new Error(`exit code ${answer}`);
    return answer ?? true;
  } catch (error) {
    console.log(`${name} failed: ${error.message}\n`);
    total.failed += 1;
    return null;
  }
}

function runNode(args, env) {
  return run(process.execPath, args, env);
}

function run(program, args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
