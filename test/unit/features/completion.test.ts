import { expect, test } from 'vitest';
import type { TextEdit } from 'vscode-languageserver-types';
import type { Locale } from '../../../server/src/base/locale.ts';
import { lineStarts, offsetAt } from '../../../server/src/base/text.ts';
import { completion, fileEndings } from '../../../server/src/features/completion.ts';
import { type AtCursor, atCursor } from '../../support/cursor.ts';
import { demo, demoData } from '../../support/demo.ts';

function at(marked: string): AtCursor {
  return atCursor(marked, { 'demo.csv': demoData });
}

function inDemo(plain: string, marked: string): AtCursor {
  if (!demo.includes(plain)) throw new Error(`the demo has no ${plain}`);
  return at(demo.replace(plain, marked));
}

function labels({ workspace, file, position }: AtCursor, locale: Locale = 'en'): readonly string[] {
  return completion(workspace, file, position, locale).map(({ label }) => label);
}

/** The line of the cursor after taking an item. */
function taking({ workspace, file, position, text }: AtCursor, label: string): string | undefined {
  const item = completion(workspace, file, position, 'en').find(each => each.label === label);
  if (item === undefined) throw new Error(`${label} is not offered`);
  const { range, newText } = item.textEdit as TextEdit;
  const starts = lineStarts(text);
  const [start, end] = [range.start, range.end].map(each => offsetAt(starts, text.length, each));
  const changed = text.slice(0, start) + newText + text.slice(end);
  return changed.split('\n')[position.line];
}

const indicator = 'indicatorSystem: 1\nindicators:\n  - id: a\n';

test.each([
  ['an empty line in a map', `${indicator}    ┆\n    weight: 1\n`, 'name', '    name: '],
  ['the end of the file', `${indicator}    ┆`, 'name', '    name: '],
  ['half a key', `${indicator}    na┆\n    weight: 1\n`, 'name', '    name: '],
  ['the middle of a key', `${indicator}    we┆ight: 1\n`, 'weight', '    weight: 1'],
  ['a new item', 'indicatorSystem: 1\nindicators:\n  - ┆', 'id', '  - id: '],
  ['a dash without a blank', 'indicatorSystem: 1\nindicators:\n  -┆', 'id', '  - id: '],
  ['an empty flow map', `${indicator}    normalise: {┆}\n`, 'method', '    normalise: {method: }'],
  [
    'a flow map that is not closed',
    'indicatorSystem: 1\nranking: {ties: dense, ┆\n',
    'within',
    'ranking: {ties: dense, within: ',
  ],
  ['half a key in a flow map', 'indicatorSystem: 1\nranking: {ti┆}\n', 'ties', 'ranking: {ties: }'],
  ['an empty file', '┆', 'indicatorSystem', 'indicatorSystem: '],
  ['the start of a file', 'ind┆', 'indicators', 'indicators:'],
])('a key at %s', (_, marked, label, line) => {
  expect(taking(at(marked), label)).toBe(line);
});

test.each([
  ['an empty value', 'indicatorSystem: 1\nranking:\n  ties: ┆\n', 'dense', '  ties: dense'],
  ['a colon without a blank', 'indicatorSystem: 1\nranking:\n  ties:┆\n', 'dense', '  ties: dense'],
  ['half a value', 'indicatorSystem: 1\nranking:\n  ties: com┆\n', 'competition', '  ties: competition'],
  ['a value in quotes', 'indicatorSystem: 1\nranking:\n  ties: "d┆"\n', 'dense', '  ties: dense'],
  [
    'a value with more behind it',
    'indicatorSystem: 1\nranking: {ties: d┆, tieOrder: units}\n',
    'dense',
    'ranking: {ties: dense, tieOrder: units}',
  ],
  ['yes or no', `${indicator}    unpublished: ┆\n`, 'true', '    unpublished: true'],
  ['a method', `${indicator}    normalise: {method: ┆}\n`, 'z-score', '    normalise: {method: z-score}'],
])('a value at %s', (_, marked, label, line) => {
  expect(taking(at(marked), label)).toBe(line);
});

test('missing required keys come first, present keys do not come again', () => {
  const found = labels(at(`${indicator}    weight: 1\n    ┆\n`));
  expect(found[0]).toBe('name');
  expect(found).not.toContain('id');
  expect(found).not.toContain('weight');
  expect(found).toContain('column');
});

test('parameters follow the method', () => {
  const found = labels(at(`${indicator}    normalise: {method: goalposts, ┆}\n`));
  expect(found.slice(0, 2)).toEqual(['lower', 'upper']);
  expect(found).not.toContain('mean');
});

test.each([
  ['columns', 'column: open', 'column: ┆', ['code', 'name', 'kind', 'online', 'bad-rate', 'open']],
  ['tiers', '{where}'.replace('{where}', 'where: {tier: 优秀级}'), 'where: {tier: ┆}', ['优秀级', '良好级']],
  ['groups of a group system', 'where: {tier: 优秀级}', 'where: {kind: ┆}', ['省级', '重点城市']],
  ['group systems in a list', 'within: [kind]', 'within: [┆]', ['kind']],
  ['group systems where a list must stand', 'within: [kind]', 'within: ┆', ['[kind]']],
  ['units', '{unit: 甲省}', '{unit: ┆}', ['甲省', '乙省', '丙市', '丁市']],
  ['levels', 'measure: ', 'level: ┆, measure: ', ['1', '2']],
])('%s', (_, plain, marked, expected) => {
  expect(labels(inDemo(plain, marked))).toEqual(expected);
});

test('ids of indicators are found by their names too', () => {
  const { workspace, file, position } = inDemo('is: 2}', 'is: 2}\n  - {score: {unit: 甲省, indicator: ┆}, is: 1}');
  const items = completion(workspace, file, position, 'en');
  expect(items.map(({ label }) => label)).toEqual(['service', 'online', 'bad-rate', 'openness']);
  expect(items[0]).toMatchObject({ detail: 'Service', filterText: 'service Service' });
});

test('keys that are names: group systems and columns, and codes of rules', () => {
  expect(labels(inDemo('where: {tier: 优秀级}', 'where: {┆}'))).toContain('kind');
  expect(labels(inDemo('categories: {是: 100, 否: 0}', 'checklist: {online: 1, ┆}'))).toEqual([
    'code',
    'name',
    'kind',
    'bad-rate',
    'open',
  ]);
  expect(taking(inDemo('ranking:', 'rules: {few┆}\nranking:'), 'few-children')).toBe('rules: {few-children: }');
});

test('a unit in a list below', () => {
  const marked = inDemo('is: 2}', 'is: 2}\n  - members: {tier: 优秀级}\n    are:\n      - 甲省\n      - ┆');
  expect(taking(marked, '乙省')).toBe('      - 乙省');
});

test('columns show a sample of their values, methods what they mean', () => {
  const { workspace, file, position } = inDemo('column: open', 'column: ┆');
  expect(completion(workspace, file, position, 'en').at(-1)?.detail).toBe('是, 否 · demo.csv');
  const chinese = inDemo('ties: dense', 'ties: ┆');
  const [first] = completion(chinese.workspace, chinese.file, chinese.position, 'zh-CN');
  expect(first?.detail).toBe('1、2、2、3（连续位次）');
});

test('nothing in comments', () => {
  expect(labels(at('indicatorSystem: 1 # ┆\n'))).toEqual([]);
});

test('every place of the demo can be asked', () => {
  for (let offset = 0; offset <= demo.length; offset++) {
    const { workspace, file, position } = at(`${demo.slice(0, offset)}┆${demo.slice(offset)}`);
    for (const item of completion(workspace, file, position, 'en')) {
      const { range } = item.textEdit as TextEdit;
      expect([range.start.line, range.end.line]).toEqual([position.line, position.line]);
      expect(range.start.character).toBeLessThanOrEqual(position.character);
      expect(range.end.character).toBeGreaterThanOrEqual(position.character);
    }
  }
});

test('behind a key that takes a map or a list of maps its first line is begun', () => {
  const newText = (marked: string, label: string) => {
    const { workspace, file, position } = at(marked);
    return completion(workspace, file, position, 'en').find(each => each.label === label)?.textEdit?.newText;
  };
  expect(newText('indicatorSystem: 1\n┆', 'units')).toBe('units:\n  ');
  expect(newText('indicatorSystem: 1\n┆', 'data')).toBe('data:\n  - ');
  expect(newText('indicatorSystem: 1\nindicators:\n  - id: a\n    ┆', 'indicators')).toBe('indicators:\n      - ');
  expect(newText('indicatorSystem: 1\nindicators:\n  - id: a\n    ┆', 'normalise')).toBe('normalise: ');
  expect(newText('indicatorSystem: 1\nindicators:\n  - {id: a, ┆}', 'categories')).toBe('categories: ');
});

test('columns that nothing speaks of name indicators and groups, cells name grades', () => {
  expect(labels(inDemo('    column: open\n', '    indicators: [{id: ┆}]\n'))).toEqual(['open']);
  expect(labels(inDemo('{是: 100, 否: 0}', '{┆}'))).toEqual(['是', '否']);
  expect(labels(inDemo('{kind: {column: kind, values: [省级, 重点城市]}}', '{┆}'))).toEqual(['kind']);
});

test('files beside the definition can be named', () => {
  const { workspace, file, position } = at('indicatorSystem: 1\ndata: [{path: ┆}]');
  expect(fileEndings(workspace, file, position)).toContain('csv');
  const beside = file.replace(/[^/]*$/, 'data/2024.csv');
  expect(completion(workspace, file, position, 'en', { nearby: [beside] }).map(({ label }) => label)).toContain(
    'data/2024.csv',
  );
});

test('where the editor shows it, each proposal has its meaning beside it', () => {
  const { workspace, file, position } = at(`${indicator}    normalise: ┆`);
  const meanings = (showsMeanings: boolean) =>
    completion(workspace, file, position, 'en', { showsMeanings }).find(({ label }) => label === 'z-score');
  expect(meanings(true)).toMatchObject({
    labelDetails: { description: 'Distance from the mean in standard deviations' },
  });
  expect(meanings(true)).not.toHaveProperty('detail');
  expect(meanings(false)).toMatchObject({ detail: 'Distance from the mean in standard deviations' });
});

test('in a comment that silences, the rules: those that find something in its line first', () => {
  const text = demo.replace(/^( *)(- id: .*\n)/m, '$1# indicators-disable-next-line ┆\n$1$2');
  const here = at(text);
  const offered = labels(here);
  const { workspace, file, position } = here;
  const line = workspace.findings(file).filter(({ range }) => {
    return workspace.tree(file).source.positionAt(range.start).line === position.line + 1;
  });
  const found = new Set(line.map(({ code }) => code).filter(code => offered.includes(code)));
  expect(new Set(offered.slice(0, found.size))).toEqual(found);
  expect(offered).toContain('weight-zero');
  expect(offered).not.toContain('yaml-syntax');
  expect(taking(at(text.replace('┆', 'weight-dominant, weight-z┆: trial')), 'weight-zero')).toMatch(
    /# indicators-disable-next-line weight-dominant, weight-zero: trial$/,
  );
  expect(labels(at(text.replace('┆', 'weight-zero: tri┆al')))).toEqual([]);
});
