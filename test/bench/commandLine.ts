/**
 * The whole process of checking one definition of 58 leaves, and 100, beside an empty Node program and the validators
 * that people would use else, on the same files with our JSON Schema. Ours also reads the data where it says so, and
 * looks for what no schema can tell: for the first time, and again when nothing has changed, which no peer here knows of.
 * Its code was compiled by an earlier run. CPU and wall-clock time, each the best of several runs. Nothing passes or fails.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

interface Program {
  readonly name: string;
  /** What Node runs. */
  readonly words: readonly string[];
  /** Nothing is kept of earlier runs but compiled code. */
  readonly isFirst?: true;
}

interface Cost {
  readonly cpu: number;
  readonly wall: number;
}

const peers = resolve('test/bench/node_modules');
const install = 'npm install --prefix test/bench --no-package-lock';
const ours = resolve('dist/cli.js');

export function compareCommandLine(): void {
  if (!existsSync(ours)) {
    console.log('dist/cli.js is not built: no command line is measured');
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'indicators-bench-'));
  try {
    prepare(folder);
    const empty = { name: 'an empty Node program', words: ['empty.cjs'] };
    const [one, hundred] = [['all/1.indicators.yaml'], numbers.map(number => `all/${number}.indicators.yaml`)];
    say('1 definition of 58 leaves', measured([empty, ...checksOf(one)], 10, folder));
    const others = othersFor(hundred).filter(({ name, words: [program] }) => {
      const isThere = existsSync(program!);
      if (!isThere) console.log(`${name} is not installed (${install})`);
      return isThere;
    });
    say('100 definitions of 58 leaves', measured([...checksOf(hundred), ...others], 3, folder));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const numbers = Array.from({ length: 100 }, (_, index) => index + 1);

const costRecorder = `process.on('exit', () => {
  require('node:fs').writeFileSync(process.env.COST_FILE, JSON.stringify(process.cpuUsage()));
});`;

function prepare(folder: string): void {
  const sample = resolve('samples/digital-government-2024');
  const definition = readFileSync(join(sample, 'dgsc-2024.indicators.yaml'), 'utf8');
  mkdirSync(join(folder, 'all'));
  mkdirSync(join(folder, 'first'));
  mkdirSync(join(folder, 'again'));
  cpSync(join(sample, 'data'), join(folder, 'all/data'), { recursive: true });
  for (const number of numbers) {
    const text = definition.replace('id: dgsc-2024', `id: dgsc-${number}`);
    writeFileSync(join(folder, `all/${number}.indicators.yaml`), text);
  }
  // Some peers do not read patterns as Unicode: any text is right to all of them.
  const withoutPatterns = (key: string, value: unknown) => (key === 'pattern' ? '' : value);
  const schema = JSON.parse(readFileSync('schemas/indicator-system.schema.json', 'utf8'), withoutPatterns);
  writeFileSync(join(folder, 'schema.json'), JSON.stringify(schema));
  // biome-ignore lint/suspicious/noThenProperty: Spectral's word
  const rule = { given: '$', then: { function: 'schema', functionOptions: { schema, allErrors: true } } };
  writeFileSync(join(folder, 'ruleset.json'), JSON.stringify({ rules: { definition: rule } }));
  writeFileSync(join(folder, 'empty.cjs'), '');
  writeFileSync(join(folder, 'cost.cjs'), costRecorder);
}

function checksOf(files: readonly string[]): readonly Program[] {
  const [text, all] = [
    [ours, 'check', '--no-data', ...files],
    [ours, 'check', ...files],
  ] as const;
  return [
    { name: 'indicators check --no-data', words: text, isFirst: true },
    { name: 'indicators check', words: all, isFirst: true },
    { name: 'the same again, --no-data', words: text },
    { name: 'the same again', words: all },
  ];
}

function othersFor(files: readonly string[]): readonly Program[] {
  const [ajv, v8r, spectral] = [
    'ajv-cli/dist/index.js',
    'v8r/src/index.js',
    '@stoplight/spectral-cli/dist/index.js',
  ].map(path => join(peers, path)) as [string, string, string];
  const server = join(peers, 'yaml-language-server');
  const driver = existsSync(server) ? resolve('test/bench/yamlServerFiles.mjs') : server;
  return [
    {
      name: 'ajv-cli',
      words: [ajv, 'validate', '-s', 'schema.json', '-d', 'all/*.yaml', '--strict=false', '--all-errors'],
    },
    { name: 'v8r', words: [v8r, '--schema', 'schema.json', ...files] },
    { name: 'spectral', words: [spectral, 'lint', '--ruleset', 'ruleset.json', ...files] },
    { name: 'yaml-language-server', words: [driver, server, 'schema.json', ...files] },
  ];
}

/** One after the other, several times over, so that all see the same weather. */
function measured(programs: readonly Program[], nRuns: number, folder: string): readonly (readonly [string, Cost])[] {
  const runs = Array.from({ length: nRuns }, () => programs.map(program => costOf(program, folder)));
  return programs.map(({ name }, index) => {
    const costs = runs.map(run => run[index]!);
    const best = (key: keyof Cost) => Math.min(...costs.map(cost => cost[key]));
    return [name, { cpu: best('cpu'), wall: best('wall') }] as const;
  });
}

function costOf({ name, words, isFirst }: Program, folder: string): Cost {
  const file = join(folder, 'cost');
  rmSync(file, { force: true });
  const temporary = join(folder, isFirst ? 'first' : 'again');
  for (const each of isFirst ? readdirSync(temporary).filter(entry => entry.startsWith('indicators-kept')) : []) {
    rmSync(join(temporary, each), { recursive: true });
  }
  const before = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--require', join(folder, 'cost.cjs'), ...words], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    env: { ...process.env, COST_FILE: file, TMPDIR: temporary },
  });
  const wall = performance.now() - before;
  if (status !== 0) throw new Error(`${name} exits with ${status}:\n${stdout.slice(0, 2000)}${stderr.slice(0, 2000)}`);
  const { user, system } = JSON.parse(readFileSync(file, 'utf8'));
  return { cpu: (user + system) / 1000, wall };
}

/** Times also as multiples of those of the first row. */
function say(title: string, rows: readonly (readonly [string, Cost])[]): void {
  const [, one] = rows[0]!;
  console.log(`\n${title.padEnd(32)}      CPU, ms             wall, ms`);
  for (const [name, cost] of rows) {
    const column = (key: keyof Cost) =>
      `${cost[key].toFixed(0).padStart(11)} ${(cost[key] / one[key]).toFixed(2).padStart(7)} ×`;
    console.log(`${name.padEnd(32)}${column('cpu')} ${column('wall')}`);
  }
}
