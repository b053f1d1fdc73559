/**
 * The built server beside yaml-language-server 2.0 and beside one that does nothing: the same generated definitions, the
 * same harness, over real standard input and output; times are of the wall clock, the best of several. The YAML server
 * has our JSON Schema, and its debounce of 200 ms is taken off (`validationDelayMs` is always 0). Ours starts with what it
 * compiled at an earlier start, as it does from its second start on. Between opening and the first key each server is left
 * alone for a while, as authors read before they type. Nothing passes or fails.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { type Edit, type ServerProgram, type ServerUnderTest, startServerUnderTest } from './serverUnderTest.ts';
import { wideDefinition } from './wideDefinition.ts';

const install = 'npm install --prefix test/bench --no-package-lock';
const peer = resolve('test/bench/node_modules/yaml-language-server/out');
/** In milliseconds. */
const reading = 1500;
/** At this size the YAML server needs minutes for a key. */
const largestOfPeer = 5800;

interface Measured {
  readonly key: number;
  readonly open: number;
  readonly completion: number;
  readonly hover: number;
  readonly memory: number;
  readonly start: number;
}

export async function compareLanguageServers(sizes: readonly number[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'indicators-bench-'));
  try {
    const [empty, ours, yaml] = [emptyServer(), ourServer(), yamlServer(folder)];
    if (ours === undefined) return console.log('dist/server.js is not built: no language server is measured');
    if (yaml === undefined) console.log(`yaml-language-server is not installed (${install})`);
    console.log(`\n${'language server, ms'.padEnd(22)}${columns.map(([title]) => title.padStart(13)).join('')}`);
    for (const nLeaves of sizes) {
      const text = wideDefinition(nLeaves);
      console.log(`${nLeaves} leaves, ${(Buffer.byteLength(text) / 1e6).toFixed(2)} MB`);
      const ofEmpty = await measure(empty, folder, nLeaves, text);
      const ofYaml = yaml && nLeaves <= largestOfPeer ? await measure(yaml, folder, nLeaves, text) : undefined;
      const ofOurs = await measure(ours, folder, nLeaves, text);
      say('  does nothing', ofEmpty);
      if (ofYaml !== undefined) say('  YAML', ofYaml);
      say('  ours', ofOurs);
      if (ofYaml !== undefined) sayRatios('  YAML over ours', ofYaml, ofOurs);
      sayRatios('  ours over nothing', ofOurs, ofEmpty);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const columns: readonly (readonly [title: string, key: keyof Measured])[] = [
  ['key', 'key'],
  ['open', 'open'],
  ['completion', 'completion'],
  ['hover', 'hover'],
  ['memory, MB', 'memory'],
  ['start', 'start'],
];

function emptyServer(): ServerProgram {
  return {
    name: 'nothing',
    words: [resolve('.cache/bench/emptyServer.js'), '--stdio'],
    languageId: 'yaml',
    settings: {},
  };
}

function ourServer(): ServerProgram | undefined {
  const server = resolve('dist/server.js');
  if (!existsSync(server)) return undefined;
  // As our extension starts it.
  const switches = ['--max-semi-space-size=2', '--no-allocation-site-pretenuring'];
  const environment = { MALLOC_ARENA_MAX: '1' };
  return {
    name: 'ours',
    words: [...switches, server, '--stdio'],
    environment,
    languageId: 'indicator-system',
    settings: {},
  };
}

function yamlServer(folder: string): ServerProgram | undefined {
  if (!existsSync(peer)) return undefined;
  const withoutDelay = join(folder, 'withoutDelay.mjs');
  const state = pathToFileURL(join(peer, 'src/yamlSettings.js')).href;
  writeFileSync(
    withoutDelay,
    `import { SettingsState } from '${state}';
    Object.defineProperty(SettingsState.prototype, 'validationDelayMs', { get: () => 0, set() {} });`,
  );
  const schema = join(folder, 'indicator-system.schema.json');
  writeFileSync(schema, readFileSync('schemas/indicator-system.schema.json'));
  const schemas = { [pathToFileURL(schema).href]: '*.indicators.yaml' };
  const yaml = { validate: true, hover: true, completion: true, schemaStore: { enable: false }, schemas };
  const words = ['--import', pathToFileURL(withoutDelay).href, join(peer, 'src/server.js'), '--stdio'];
  return { name: 'YAML', words, languageId: 'yaml', settings: { yaml } };
}

async function measure(program: ServerProgram, folder: string, nLeaves: number, text: string): Promise<Measured> {
  const root = pathToFileURL(folder).href;
  const start = await bestStart(program, root);
  const server = await startServerUnderTest(program, root);
  const isSlow = program.name === 'YAML' && nLeaves > 580;
  try {
    let open = Number.POSITIVE_INFINITY;
    const nOpened = isSlow ? 2 : nLeaves > 5800 ? 3 : 6;
    for (let nth = 1; nth <= nOpened; nth++) {
      const uri = `${root}/${nth}.indicators.yaml`;
      open = Math.min(open, await server.open(uri, text));
      if (nth < nOpened) await server.close(uri);
    }
    const uri = `${root}/${nOpened}.indicators.yaml`;
    await setTimeout(reading);
    const nKeys = isSlow ? 4 : 60;
    const edits = keysIn(text, nKeys);
    const key = await best(edits, edit => server.edit(uri, edit));
    const completion = await best(edits, edit => ask(server, uri, edit, 'textDocument/completion'));
    const hover = await best(edits, edit => ask(server, uri, edit, 'textDocument/hover'));
    return { key, open, completion, hover, memory: server.memory(), start };
  } finally {
    await server.stop();
  }
}

function ask(server: ServerUnderTest, uri: string, edit: Edit, method: string): Promise<number> {
  return server.ask(uri, edit, method, edit.range.start);
}

async function best(edits: readonly Edit[], time: (edit: Edit) => Promise<number>): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (const edit of edits) least = Math.min(least, await time(edit));
  return least;
}

async function bestStart(program: ServerProgram, root: string): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 5; round++) {
    const server = await startServerUnderTest(program, root);
    least = Math.min(least, server.start);
    await server.stop();
  }
  return least;
}

/** A digit typed after a weight and taken away again, at leaves all over the text. */
function keysIn(text: string, nKeys: number): readonly Edit[] {
  const lines = text.split('\n');
  const weights = lines.flatMap((line, index) => (/^ +weight: \d+$/.test(line) ? [index] : []));
  return Array.from({ length: nKeys / 2 }, (_, nth) => {
    const line = weights[Math.floor(((nth + 0.5) / nKeys) * 2 * weights.length)]!;
    const start = { line, character: lines[line]!.length };
    const end = { line, character: start.character + 1 };
    return [
      { range: { start, end: start }, text: '1' },
      { range: { start, end }, text: '' },
    ];
  }).flat();
}

function say(name: string, measured: Measured): void {
  const figures = columns.map(([, key]) => measured[key].toFixed(measured[key] < 100 ? 2 : 0).padStart(13));
  console.log(`${name.padEnd(22)}${figures.join('')}`);
}

function sayRatios(name: string, over: Measured, under: Measured): void {
  const figures = columns.map(([, key]) => `${(over[key] / under[key]).toFixed(1)} ×`.padStart(13));
  console.log(`${name.padEnd(22)}${figures.join('')}`);
}
