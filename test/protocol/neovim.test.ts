/** The built server with a client that was not written here: Neovim, headless, over the samples. */
import { execFile, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import type {
  CompletionItem,
  DocumentHighlight,
  DocumentSymbol,
  Location,
  MarkupContent,
  SymbolInformation,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import { serverFile } from './client.ts';

const isThere = spawnSync('nvim', ['--version']).status === 0;
const isRequired = process.env.INDICATORS_EDITOR === 'required';
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A piece of the definition's text, and how many bytes into it the cursor is. */
interface Spot {
  readonly piece: string;
  readonly offset: number;
}

interface Sample {
  readonly path: string;
  readonly data: string;
  /** An edit that is a mistake; the preferred cure at the cursor undoes it. */
  readonly mistake: { readonly from: string; readonly to: string; readonly offset: number; readonly code: string };
  readonly indicator: Spot & { readonly id: string; readonly name: string };
  /** The name of a column of the data. */
  readonly column: Spot & { readonly name: string };
  /** Something that is named more than once, and how often. */
  readonly named: Spot & { readonly uses: number };
  readonly untidy: { readonly from: string; readonly to: string };
  readonly symbols: number;
}

const samples: readonly Sample[] = [
  {
    path: 'digital-government-2024/dgsc-2024.indicators.yaml',
    data: 'data/2024.csv',
    mistake: { from: 'weight: 12', to: 'weight: 13', offset: 9, code: 'weight-sum' },
    indicator: { piece: 'id: leading-group', offset: 5, id: 'leading-group', name: 'Leading group' },
    column: { piece: 'column: policy-library', offset: 10, name: 'policy-library' },
    named: { piece: 'name: {zh-CN: 卓越级', offset: 15, uses: 4 },
    untidy: { from: 'scale: [0, 100]', to: 'scale:   [ 0,100 ]   ' },
    symbols: 10,
  },
  {
    path: 'websites-2020/websites-2020.indicators.yaml',
    data: 'data/2020.csv',
    mistake: { from: 'weight: 20', to: 'weight: 21', offset: 9, code: 'weight-sum' },
    indicator: { piece: 'id: response', offset: 5, id: 'response', name: 'Explaining and responding' },
    column: { piece: 'capital: {column: capital}', offset: 20, name: 'capital' },
    named: { piece: 'capital: {column: capital}', offset: 2, uses: 15 },
    untidy: { from: 'tieOrder: units', to: 'tieOrder:  units  ' },
    symbols: 8,
  },
  {
    path: 'egdi/egdi.indicators.yaml',
    data: 'data/2022.csv',
    mistake: { from: 'publisher:', to: 'publsher:', offset: 3, code: 'unknown-key' },
    indicator: { piece: 'id: hci', offset: 4, id: 'hci', name: 'Human Capital Index' },
    column: { piece: 'kind: {column: kind', offset: 17, name: 'kind' },
    named: { piece: 'kind: {column: kind', offset: 2, uses: 5 },
    untidy: { from: 'scale: [0, 1]', to: 'scale: [ 0 , 1 ] ' },
    symbols: 9,
  },
];

interface Answer<T> {
  readonly result?: T;
  readonly error?: { readonly message: string };
}

interface Outcome {
  readonly problem?: string;
  readonly before: string;
  readonly isFound: boolean;
  readonly isCured: boolean;
  readonly found: readonly string[];
  readonly cured: string;
  readonly renamed: string;
  readonly untidy: string;
  readonly formatted: string;
  readonly answers: {
    readonly hover: Answer<{ readonly contents: MarkupContent }>;
    readonly completion: Answer<readonly CompletionItem[]>;
    readonly definition: Answer<readonly Location[]>;
    readonly references: Answer<readonly Location[]>;
    readonly highlights: Answer<readonly DocumentHighlight[]>;
    readonly columnRename: Answer<WorkspaceEdit>;
    readonly symbols: Answer<readonly DocumentSymbol[]>;
    readonly workspaceSymbols: Answer<readonly SymbolInformation[]>;
  };
}

async function play(sample: Sample): Promise<{ readonly folder: string; readonly outcome: Outcome }> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'indicators-nvim-')));
  folders.push(folder);
  cpSync(join('samples', dirname(sample.path)), folder, { recursive: true });
  const definition = join(folder, sample.path.split('/').at(-1)!);
  const { indicator, column, named, mistake, untidy } = sample;
  const plan = {
    ...{ mistake, untidy },
    rename: { ...indicator, to: 'renamed-here' },
    ask: {
      hover: { method: 'textDocument/hover', ...indicator },
      completion: { method: 'textDocument/completion', ...column },
      definition: { method: 'textDocument/definition', ...column },
      references: { method: 'textDocument/references', ...named, more: { context: { includeDeclaration: true } } },
      highlights: { method: 'textDocument/documentHighlight', ...named },
      columnRename: { method: 'textDocument/rename', ...column, more: { newName: 'x' } },
      symbols: { method: 'textDocument/documentSymbol' },
      workspaceSymbols: { method: 'workspace/symbol', more: { query: indicator.id } },
    },
  };
  const out = join(folder, 'out.json');
  const script = resolve('test/protocol/neovim.lua');
  await promisify(execFile)('nvim', ['--clean', '--headless', '-c', `luafile ${script}`, definition], {
    cwd: folder,
    timeout: 100_000,
    env: {
      ...process.env,
      NODE: process.execPath,
      SERVER: resolve(serverFile),
      OUT: out,
      PLAN: JSON.stringify(plan),
      LC_ALL: 'C.UTF-8',
    },
  });
  return { folder, outcome: JSON.parse(readFileSync(out, 'utf8')) as Outcome };
}

test.runIf(isRequired)('Neovim is there', () => {
  expect(isThere).toBe(true);
});

describe.skipIf(!isThere).each(samples)('Neovim on $path', sample => {
  test('findings, cures, hover, completion, definition, references, rename, symbols and formatting', async () => {
    const { folder, outcome } = await play(sample);
    const { answers, before } = outcome;
    const { indicator, column, named, mistake, untidy } = sample;
    expect(outcome.problem).toBeUndefined();

    expect([outcome.isFound, outcome.isCured]).toEqual([true, true]);
    expect(outcome.found).toContain(mistake.code);
    expect(outcome.cured).toBe(before);

    expect(answers.hover.result?.contents.value).toContain(`**${indicator.name}** \`${indicator.id}\``);
    expect(answers.completion.result?.map(({ label }) => label)).toContain(column.name);

    const header = readFileSync(join(folder, sample.data), 'utf8').split(/\r?\n/)[0]!;
    const [inData] = answers.definition.result!.filter(({ uri }) => uri.endsWith(sample.data));
    const { start, end } = inData!.range;
    expect([start.line, header.slice(start.character, end.character)]).toEqual([0, column.name]);

    expect(answers.references.result).toHaveLength(named.uses);
    expect(answers.highlights.result!.length).toBeGreaterThan(1);
    expect(answers.symbols.result).toHaveLength(sample.symbols);
    expect(answers.workspaceSymbols.result?.map(({ name }) => name)).toEqual([`${indicator.name} (${indicator.id})`]);

    expect(answers.columnRename.error?.message).toContain('named in the data');
    const renamed = before.replace(`id: ${indicator.id}\n`, `id: renamed-here\n`);
    const indent = ' '.repeat(
      renamed
        .split('\n')
        .find(line => line.includes('renamed-here'))!
        .indexOf('id:'),
    );
    expect(outcome.renamed).toBe(
      renamed.replace('id: renamed-here\n', `id: renamed-here\n${indent}column: ${indicator.id}\n`),
    );

    expect(outcome.untidy).toBe(outcome.renamed.replace(untidy.from, untidy.to));
    expect(outcome.formatted).toBe(outcome.renamed);
  });
});
