/** `indicators mcp` with the client of the Model Context Protocol's own kit, which was not written here; skipped where it is not installed. */
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { install } from '../bench/duckdb.ts';
import { demoFiles } from '../support/demo.ts';
import { makeFolder, removeFolders } from './folder.ts';

/** What is used of `@modelcontextprotocol/client`. */
interface Client {
  connect(transport: object): Promise<void>;
  listTools(): Promise<{ tools: readonly { name: string; annotations?: { readOnlyHint?: boolean } }[] }>;
  callTool(call: { name: string; arguments: object }): Promise<ToolResult>;
  getServerVersion(): { name: string } | undefined;
  close(): Promise<void>;
}

interface ToolResult {
  readonly content: readonly { readonly type: string; readonly text: string }[];
  readonly isError?: boolean;
}

const require = createRequire(resolve('test/bench/package.json'));
const program = resolve('dist/cli.js');
const kit = loaded();
if (kit === undefined) console.log(`skipped: the kit of the Model Context Protocol is not installed (${install})`);

function loaded(): { Client: new (about: object) => Client; Transport: new (server: object) => object } | undefined {
  try {
    require.resolve('@modelcontextprotocol/client');
  } catch {
    return undefined;
  }
  const Transport = require('@modelcontextprotocol/client/stdio').StdioClientTransport;
  return { Client: require('@modelcontextprotocol/client').Client, Transport };
}

let client: Client;
let folder: string;

beforeEach(async () => {
  if (kit === undefined) return;
  folder = fileURLToPath(makeFolder(demoFiles).uri);
  client = await connected([folder]);
});
afterEach(async () => {
  await client?.close();
  removeFolders();
});

async function connected(folders: readonly string[]): Promise<Client> {
  const { Client, Transport } = kit!;
  const created = new Client({ name: 'test', version: '1' });
  await created.connect(new Transport({ command: process.execPath, args: [program, 'mcp', ...folders], cwd: folder }));
  return created;
}

function told({ content, isError }: ToolResult): unknown {
  expect(isError).toBeFalsy();
  return JSON.parse(content[0]!.text);
}

function commandLine(...words: readonly string[]): unknown {
  try {
    return JSON.parse(
      execFileSync(process.execPath, [program, ...words, '--format', 'json'], { cwd: folder, encoding: 'utf8' }),
    );
  } catch (error) {
    return JSON.parse((error as { stdout: string }).stdout); // findings give an exit code
  }
}

test.skipIf(kit === undefined)('it introduces itself and its tools, which only read', async () => {
  expect(client.getServerVersion()?.name).toBe('indicators');
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name)).toEqual(['check', 'score', 'explain']);
  expect(tools.every(({ annotations }) => annotations?.readOnlyHint === true)).toBe(true);
});

test.skipIf(kit === undefined)('the tools tell what the command line prints', async () => {
  const path = 'demo.indicators.yaml';
  expect(told(await client.callTool({ name: 'check', arguments: {} }))).toEqual(commandLine('check', path));
  const scored = commandLine('score', path) as { units: readonly object[] };
  expect(told(await client.callTool({ name: 'score', arguments: { path, level: 2 } }))).toEqual({
    ...scored,
    nUnits: 4,
  });
  const explained = await client.callTool({ name: 'explain', arguments: { path, unit: '丙市' } });
  expect(told(explained)).toEqual(commandLine('explain', path, '丙市'));
});

test.skipIf(kit === undefined)('a ranking is told in part', async () => {
  const first = told(await client.callTool({ name: 'score', arguments: { first: 1 } })) as Excerpt;
  expect(first).toMatchObject({ nUnits: 4, units: [{ name: '乙省', rank: 1 }] });
  expect(Object.keys(first.units[0]!.scores)).toEqual(['service', 'openness']);
  const named = told(await client.callTool({ name: 'score', arguments: { units: ['c', '甲省'] } })) as Excerpt;
  expect(named.units.map(({ name, rank }) => [name, rank])).toEqual([
    ['甲省', 2],
    ['丙市', 4],
  ]);
});

interface Excerpt {
  readonly units: readonly { readonly name: string; readonly rank: number; readonly scores: object }[];
}

test.skipIf(kit === undefined).each([
  ['check', { path: '../other.indicators.yaml' }, /outside the workspace/],
  ['check', { path: '/etc/passwd' }, /outside the workspace/],
  ['check', { path: 'none.indicators.yaml' }, /no definition at/],
  ['check', { file: 'demo.indicators.yaml' }, /there is no input file: path/],
  ['score', { first: 0 }, /first must be a whole number of at least 1/],
  ['score', { units: 'a' }, /units must be a list of texts/],
  ['explain', {}, /unit is lacking/],
  ['explain', { unit: '丙丁市' }, /no unit 丙丁市; did you mean 丙市\?/],
])('%s %j is refused in words', async (name, input, words) => {
  const { content, isError } = await client.callTool({ name, arguments: input });
  expect(isError).toBe(true);
  expect(content[0]!.text).toMatch(words);
});

test.skipIf(kit === undefined)('data outside the folders are not read, though the command line would', async () => {
  const text = demoFiles['demo.indicators.yaml'].replace('demo.csv', '../demo.csv');
  const repository = makeFolder({
    '.git/HEAD': '',
    'demo.csv': demoFiles['demo.csv'],
    'inner/demo.indicators.yaml': text,
  });
  const inner = join(fileURLToPath(repository.uri), 'inner');
  const codes = ({ findings }: Checked) => findings.map(({ code }) => code);
  expect(codes(commandLine('check', inner) as Checked)).not.toContain('data-file');
  const within = await connected([inner]);
  expect(codes(told(await within.callTool({ name: 'check', arguments: {} })) as Checked)).toContain('data-file');
  await within.close();
});

interface Checked {
  readonly findings: readonly { readonly code: string }[];
}
