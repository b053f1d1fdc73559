/** Broken inputs give findings at their place, in both languages, and the server answers on. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Locale } from '../../server/src/base/locale.ts';
import type { PreviewReport } from '../../server/src/protocol/preview.ts';
import { demo, demoData } from '../support/demo.ts';
import { encoder } from '../support/encode.ts';
import { type Client, startClient, stopAll } from './client.ts';
import { makeFolder, removeFolders } from './folder.ts';

const locales: readonly Locale[] = ['en', 'zh-CN'];
const clients = new Map<Locale, Client>();

beforeAll(async () => {
  for (const locale of locales) clients.set(locale, await startClient({ locale }));
});
afterAll(() => {
  stopAll();
  removeFolders();
});

interface Broken {
  readonly what: string;
  readonly definition: string;
  /** `null`: there is no such file. */
  readonly data?: string | Uint8Array | null;
  /** The finding that there must be. */
  readonly finding: { readonly in: 'demo.indicators.yaml' | 'demo.csv'; readonly code: string; readonly line: number };
}

const lineOf = (piece: string, text = demo) => text.slice(0, text.indexOf(piece)).split('\n').length - 1;
const head = 'indicatorSystem: 1\nid: big\ntitle: Big\n';

const broken: readonly Broken[] = [
  {
    what: 'half-typed YAML',
    definition: `${demo.slice(0, demo.indexOf('column: open'))}colu`,
    finding: { in: 'demo.indicators.yaml', code: 'yaml-syntax', line: lineOf('column: open') },
  },
  {
    what: 'a flow that is not closed',
    definition: demo.replace('weight: 40', 'weight: ['),
    finding: { in: 'demo.indicators.yaml', code: 'yaml-syntax', line: lineOf('weight: 40') },
  },
  {
    what: 'tabs',
    definition: demo.replace('    weight: 40', '\tweight: 40'),
    finding: { in: 'demo.indicators.yaml', code: 'yaml-syntax', line: lineOf('weight: 40') },
  },
  {
    what: 'duplicate keys',
    definition: demo.replace('    weight: 40', '    weight: 40\n    weight: 41'),
    finding: { in: 'demo.indicators.yaml', code: 'yaml-syntax', line: lineOf('weight: 40') + 1 },
  },
  {
    what: 'a missing data file',
    definition: demo,
    data: null,
    finding: { in: 'demo.indicators.yaml', code: 'data-file', line: lineOf('demo.csv') },
  },
  {
    what: 'a GB18030 file with a word for a number',
    definition: demo,
    data: encoder()(demoData.replace('20,10', '二十,10'), 'gb18030'),
    finding: { in: 'demo.csv', code: 'data-number', line: 2 },
  },
  {
    what: 'a CSV with ragged rows',
    definition: demo,
    data: demoData.replace('a,甲省,省级,10,0,是', 'a,甲省,省级,10,0'),
    finding: { in: 'demo.csv', code: 'data-file', line: 1 },
  },
  {
    what: '12,5',
    definition: demo,
    data: demoData.replace('20,10', '"12,5",10'),
    finding: { in: 'demo.csv', code: 'data-number', line: 2 },
  },
  {
    what: 'an empty data file',
    definition: demo,
    data: '',
    finding: { in: 'demo.indicators.yaml', code: 'data-file', line: lineOf('demo.csv') },
  },
  { what: 'an empty file', definition: '', finding: { in: 'demo.indicators.yaml', code: 'schema', line: 0 } },
  {
    what: 'a file that is no definition',
    definition: '\u0000\u0007{{{]]]: &*!',
    finding: { in: 'demo.indicators.yaml', code: 'schema', line: 0 },
  },
  {
    what: 'a file of 5 MB',
    definition: `${head}indicators:\n${Array.from(
      { length: 62_000 },
      (_, index) =>
        `  - {id: leaf-${index}, name: 指标${index}, weight: 1, column: a, normalise: min-max, source: s}\n`,
    ).join('')}`,
    finding: { in: 'demo.indicators.yaml', code: 'weight-sum', line: 4 },
  },
  {
    what: '10,000 aliases',
    definition: `${head}indicators:\n  - &a {id: a, name: A, weight: 1}\n${'  - *a\n'.repeat(10_000)}`,
    finding: { in: 'demo.indicators.yaml', code: 'excessive-aliases', line: 0 },
  },
  {
    what: 'aliases of aliases',
    definition: `${head}a: &a [x, x, x, x, x, x, x, x, x, x]\n${[...'bcdefghij']
      .map((name, index) => `${name}: &${name} [${`*${'abcdefghij'[index]}, `.repeat(9)}*${'abcdefghij'[index]}]\n`)
      .join('')}`,
    finding: { in: 'demo.indicators.yaml', code: 'excessive-aliases', line: 0 },
  },
  {
    what: 'deep nesting',
    definition: `${head}indicators: ${'['.repeat(20_000)}`,
    finding: { in: 'demo.indicators.yaml', code: 'yaml-syntax', line: 3 },
  },
];

for (const locale of locales) {
  test.each(broken)(`${locale}: $what`, async ({ definition, data = demoData, finding }) => {
    const client = clients.get(locale)!;
    const folder = makeFolder(data === null ? {} : { 'demo.csv': data });
    const uri = folder.uriOf('demo.indicators.yaml');
    client.open(uri, definition, 1);
    const found = await client.diagnostics(folder.uriOf(finding.in), ({ diagnostics }) =>
      diagnostics.some(({ code }) => code === finding.code),
    );
    const own = found.filter(({ code }) => code === finding.code);
    if (finding.line > 0) expect(own.map(({ range }) => range.start.line)).toContain(finding.line);
    expect(
      own.some(({ message }) => /[\u4e00-\u9fff]{2}/.test(String(message).replaceAll(/[甲乙丙丁二][省市十]/g, ''))),
    ).toBe(locale === 'zh-CN');
    const report = await client.connection.sendRequest<PreviewReport>('indicators/preview', {
      uri,
      baseline: { kind: 'none' },
      reading: 'known',
    });
    expect(report.version).toBe(1);
    for (const method of ['hover', 'completion', 'documentSymbol', 'codeAction']) {
      const position = { line: 1, character: 2 };
      await client.connection.sendRequest(`textDocument/${method}`, {
        ...{ textDocument: { uri }, position, range: { start: position, end: position }, context: { diagnostics: [] } },
      });
    }
    client.edit(uri, 2, [
      { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '# x\n' },
    ]);
    await client.diagnostics(uri, ({ version }) => version === 2);
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  });
}

test('and the servers end in order', async () => {
  for (const client of clients.values()) expect(await client.stop()).toBe(0);
});
