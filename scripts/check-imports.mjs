// Import directions, with two guards against a tool that passes because it sees nothing: every source file that git knows
// must be among the modules it read, and a planted import in the wrong direction must be refused.
import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cruise } from 'dependency-cruiser';
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';

const ROOMS = ['lib', 'app', 'components', 'cli', 'e2e'];
const PLANT = 'lib/core/planted-bad-import.ts';

const options = await extractDepcruiseOptions('./.dependency-cruiser.cjs');
const tsConfig = extractTSConfig('./tsconfig.json');

const { modules, violations } = await read();
const seen = new Set(modules.map((module) => module.source));
const missed = sourceFiles().filter((file) => !seen.has(file));
if (missed.length > 0)
  stop(`The import check did not see ${missed.length} source files: ${missed.slice(0, 5).join(', ')}`);
if (violations.length > 0) {
  for (const { rule, from, to } of violations) console.error(`${rule.name}: ${from} → ${to}`);
  stop(`${violations.length} imports go against the directions in ARCHITECTURE.md.`);
}

writeFileSync(PLANT, "import '../store/store.ts';\n");
try {
  const planted = await read();
  if (!planted.violations.some(({ from }) => from === PLANT))
    stop('A planted import from core to store was not refused.');
} finally {
  rmSync(PLANT);
}
console.log(`Imports: ${seen.size} modules read, none against the directions; the planted one was refused.`);

async function read() {
  const { output } = await cruise(ROOMS, options, undefined, { tsConfig });
  return { modules: output.modules, violations: output.summary.violations };
}

function sourceFiles() {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', ...ROOMS], {
    encoding: 'utf8',
  });
  return listed.split('\n').filter((file) => /\.tsx?$/.test(file) && path.normalize(file) !== PLANT);
}

function stop(message) {
  console.error(message);
  process.exit(1);
}
