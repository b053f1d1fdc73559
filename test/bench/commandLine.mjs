/**
 * The whole process of checking 100 definitions of 58 leaves, and one, beside the validators that people would use else,
 * on the same files with our JSON Schema, and beside an empty Node program: CPU time of the process, the best of several
 * runs. Ours also reads the data where it says so, and looks for what no schema can tell. Nothing here passes or fails.
 *
 * `npm run build`, then `node test/bench/commandLine.mjs [PEERS]`: a folder in which these were installed, those that
 * are missing are left out: ajv-cli, v8r, @stoplight/spectral-cli, yaml-language-server.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const costRecorder = `process.on('exit', () => {
  require('node:fs').writeFileSync(process.env.COST_FILE, JSON.stringify(process.cpuUsage()));
});`;

const yamlServer = `const [, , server, ...files] = process.argv;
const { readFileSync } = require('node:fs');
const { resolve } = require('node:path');
const { createRequire } = require('node:module');
const load = createRequire(server);
const { getLanguageService } = load('./languageservice/yamlLanguageService.js');
const { TextDocument } = load('vscode-languageserver-textdocument');
const schema = JSON.parse(readFileSync('schema.json', 'utf8'));
const service = getLanguageService({
  schemaRequestService: async () => JSON.stringify(schema),
  workspaceContext: { resolveRelativePath: (path, base) => new URL(path, base).toString() },
  telemetry: { send() {}, sendError: (_, error) => { throw error; }, sendTrack() {} },
  yamlSettings: { documentSettings: {}, schemaAssociations: {} },
});
service.configure({ validate: true, schemas: [{ uri: 'file:///schema.json', fileMatch: ['*.yaml'], schema }] });
(async () => {
  for (const file of files) {
    const document = TextDocument.create('file://' + resolve(file), 'yaml', 1, readFileSync(file, 'utf8'));
    const problems = await service.doValidation(document, false);
    if (problems.length > 0) { console.error(file, problems[0].message); process.exitCode = 1; }
  }
})();`;

const nRuns = 3;
const peers = resolve(process.argv[2] ?? 'node_modules', process.argv[2] === undefined ? '.' : 'node_modules');
const sample = resolve('samples/digital-government-2024');
const folder = mkdtempSync(join(tmpdir(), 'indicators-bench-'));
try {
  prepare();
  const single = measured(singles());
  print('one definition of 58 leaves', single, single[0].cost);
  const many = measured(hundreds());
  print('100 definitions of 58 leaves', many, many[0].cost);
} finally {
  rmSync(folder, { recursive: true });
}

function prepare() {
  const definition = readFileSync(join(sample, 'dgsc-2024.indicators.yaml'), 'utf8');
  mkdirSync(join(folder, 'all'));
  cpSync(join(sample, 'data'), join(folder, 'all/data'), { recursive: true });
  for (let number = 1; number <= 100; number++) {
    writeFileSync(
      join(folder, `all/${number}.indicators.yaml`),
      definition.replace('id: dgsc-2024', `id: dgsc-${number}`),
    );
  }
  // Some peers do not read patterns as Unicode: any text is right to all of them.
  const withoutPatterns = (key, value) => (key === 'pattern' ? '' : value);
  const schema = JSON.parse(readFileSync('schemas/indicator-system.schema.json', 'utf8'), withoutPatterns);
  writeFileSync(join(folder, 'schema.json'), JSON.stringify(schema));
  const rule = {
    given: '$',
    severity: 'error',
    // biome-ignore lint/suspicious/noThenProperty: Spectral's word
    then: { function: 'schema', functionOptions: { schema, allErrors: true } },
  };
  writeFileSync(join(folder, 'ruleset.json'), JSON.stringify({ rules: { definition: rule } }));
  writeFileSync(join(folder, 'empty.cjs'), '');
  writeFileSync(join(folder, 'cost.cjs'), costRecorder);
  writeFileSync(join(folder, 'yamlServer.cjs'), yamlServer);
}

function singles() {
  const ours = resolve('dist/cli.js');
  return [
    ['an empty Node program', ['empty.cjs']],
    ['indicators check --no-data', [ours, 'check', '--no-data', 'all/1.indicators.yaml']],
    ['indicators check', [ours, 'check', 'all/1.indicators.yaml']],
  ];
}

function hundreds() {
  const ours = resolve('dist/cli.js');
  const files = Array.from({ length: 100 }, (_, index) => `all/${index + 1}.indicators.yaml`);
  const [ajv, v8r, spectral, server] = [
    'ajv-cli/dist/index.js',
    'v8r/src/index.js',
    '@stoplight/spectral-cli/dist/index.js',
    'yaml-language-server/out/src/index.js',
  ].map(path => join(peers, path));
  const known = [
    ['ajv-cli', ajv, [ajv, 'validate', '-s', 'schema.json', '-d', 'all/*.yaml', '--strict=false', '--all-errors']],
    ['v8r', v8r, [v8r, '--schema', 'schema.json', ...files]],
    ['spectral', spectral, [spectral, 'lint', '--ruleset', 'ruleset.json', ...files]],
    ['YAML language server', server, ['yamlServer.cjs', server, ...files]],
  ];
  return [
    ['indicators check --no-data', [ours, 'check', '--no-data', ...files]],
    ['indicators check', [ours, 'check', ...files]],
    ...known.filter(([, program]) => existsSync(program)).map(([name, , words]) => [name, words]),
  ];
}

function measured(programs) {
  return programs.map(([name, words]) => ({
    name,
    cost: Math.min(...Array.from({ length: nRuns }, () => costOf(name, words))),
  }));
}

/** Milliseconds of CPU of one run. */
function costOf(name, words) {
  const file = join(folder, 'cost');
  rmSync(file, { force: true });
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--require', join(folder, 'cost.cjs'), ...words], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    env: { ...process.env, COST_FILE: file },
  });
  if (status !== 0) throw new Error(`${name} exits with ${status}:\n${stdout.slice(0, 2000)}${stderr.slice(0, 2000)}`);
  const { user, system } = JSON.parse(readFileSync(file, 'utf8'));
  return (user + system) / 1000;
}

function print(title, rows, unit) {
  const width = Math.max(...rows.map(({ name }) => name.length));
  console.log(`\n${title}`);
  for (const { name, cost } of rows) {
    console.log(`${name.padEnd(width)}  ${(cost / unit).toFixed(1).padStart(7)} ×  ${cost.toFixed(0).padStart(7)} ms`);
  }
}
