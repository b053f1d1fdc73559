import { expect, test } from 'vitest';
import { lineStarts, offsetAt } from '../../../server/src/base/text.ts';
import { definition, documentHighlights, type FileRange, references } from '../../../server/src/features/navigation.ts';
import { type AtCursor, atCursor } from '../../support/cursor.ts';
import { demo, demoData } from '../../support/demo.ts';
import { inMemory, load, uriOf } from '../../support/memory.ts';

/** The demo with what else can be named. */
const rich = `${demo
  .replace('units: {', 'units: {aliases: {首省: 甲省}, ')
  .replace('id: online,', 'id: online, from: main,')}  - {score: {unit: 首省, indicator: online}, is: 0}
  - {count: {tier: {atLeast: 优秀级}, kind: 省级}, is: 2}
adjustments:
  - {id: leak, kind: deduction, column: bad-rate, points: 1, of: service}
`;

const files = { 'demo.csv': demoData };

function at(marked: string, text = rich): AtCursor {
  const plain = marked.replace('┆', '');
  if (text.split(plain).length !== 2) throw new Error(`${plain} does not stand in the text once`);
  return atCursor(text.replace(plain, marked), files);
}

/** Each place as its line with the range in brackets. */
function shown(
  { workspace, file }: Pick<AtCursor, 'workspace' | 'file'>,
  places: readonly FileRange[],
): readonly string[] {
  return places.map(place => {
    const text = workspace.textOf(place.file, file) ?? '';
    const starts = lineStarts(text);
    const [start, end] = [place.range.start, place.range.end].map(each => offsetAt(starts, text.length, each));
    const line = text.slice(starts[place.range.start.line], start);
    const rest = text.slice(end).split('\n')[0];
    const name = place.file === file ? '' : `${decodeURIComponent(place.file).split('/').at(-1)}: `;
    return `${name}${line}[${text.slice(start, end)}]${rest}`.trim();
  });
}

function defined(marked: string): readonly string[] {
  const cursor = at(marked);
  return shown(cursor, definition(cursor.workspace, cursor.file, cursor.position));
}

function referred(marked: string, which: 'all' | 'uses' = 'all'): readonly string[] {
  const cursor = at(marked);
  return shown(cursor, references(cursor.workspace, cursor.file, cursor.position, which));
}

test.each([
  [
    'an indicator',
    'indicator: onl┆ine}',
    ["- {id: [online], from: main, name: 网办率, weight: 70, normalise: {method: min-max}, measure: '%', source: s}"],
  ],
  ['an aggregate', 'of: ser┆vice', ['- id: [service]']],
  ['a column', 'column: op┆en', ['demo.csv: code,name,kind,online,bad-rate,[open]']],
  ['the column of a leaf, at its id', '{id: onl┆ine,', ['demo.csv: code,name,kind,[online],bad-rate,open']],
  [
    'a group system',
    'within: [ki┆nd]',
    [
      'units: {aliases: {首省: 甲省}, id: code, name: name, groups: {[kind]: {column: kind, values: [省级, 重点城市]}}}',
      'demo.csv: code,name,[kind],online,bad-rate,open',
    ],
  ],
  [
    'a group',
    'kind: 省┆级}',
    [
      'units: {aliases: {首省: 甲省}, id: code, name: name, groups: {kind: {column: kind, values: [[省级], 重点城市]}}}',
    ],
  ],
  ['a tier', 'where: {tier: 优秀┆级}', ['- {name: [优秀级], atLeast: 58}']],
  [
    'a unit by its alias',
    'unit: 首┆省',
    [
      'units: {aliases: {[首省]: 甲省}, id: code, name: name, groups: {kind: {column: kind, values: [省级, 重点城市]}}}',
      'demo.csv: [a],甲省,省级,10,0,是',
    ],
  ],
  ['a source', 'from: ma┆in', ['- {id: [main], path: demo.csv}']],
  ['a data file', 'path: demo┆.csv', ['demo.csv: []code,name,kind,online,bad-rate,open']],
  ['a key', 'sou┆rce: s\ntiers', []],
])('the definition of %s', (_, marked, expected) => {
  expect(defined(marked)).toEqual(expected);
});

test('a level is where it is declared', () => {
  const cursor = at('level: ┆2', demo.replace('column: open', 'column: open\n    level: 2'));
  expect(shown(cursor, definition(cursor.workspace, cursor.file, cursor.position))).toEqual([
    'levels: [{name: {zh-CN: 一级指标, en: Pillar}, count: 2}, {name: [二级指标], count: 2}]',
  ]);
});

test('references are all uses, in the order of the text, the definition where asked', () => {
  expect(referred('of: ser┆vice')).toEqual([
    '- id: [service]',
    '- {id: leak, kind: deduction, column: bad-rate, points: 1, of: [service]}',
  ]);
  expect(referred('of: ser┆vice', 'uses')).toHaveLength(1);
  expect(referred('- {name: 优┆秀级')).toEqual([
    '- {name: [优秀级], atLeast: 58}',
    '- {id: best, title: 优秀名单, where: {tier: [优秀级]}}',
    '- {count: {tier: [优秀级]}, is: 2}',
    '- {count: {tier: {atLeast: [优秀级]}, kind: 省级}, is: 2}',
  ]);
  expect(referred('column: ba┆d-rate')).toEqual([
    '- {id: leak, kind: deduction, column: [bad-rate], points: 1, of: service}',
    'demo.csv: code,name,kind,online,[bad-rate],open',
  ]);
});

test('a unit is one thing by whichever name', () => {
  expect(referred('{unit: 甲┆省}', 'uses')).toEqual([
    'units: {aliases: {首省: [甲省]}, id: code, name: name, groups: {kind: {column: kind, values: [省级, 重点城市]}}}',
    '- {rank: {unit: [甲省]}, is: 1}',
    '- {score: {unit: [首省], indicator: online}, is: 0}',
  ]);
});

test('names in judgements, each half for itself', () => {
  const judged = `indicatorSystem: 1
weighting: {method: ahp, judgements: {a/b┆: 3, a/c: 5, b/c: 2}}
indicators: [{id: a, name: A}, {id: b, name: B}, {id: c, name: C}]
`;
  const cursor = atCursor(judged);
  expect(shown(cursor, references(cursor.workspace, cursor.file, cursor.position, 'all'))).toEqual([
    'weighting: {method: ahp, judgements: {a/[b]: 3, a/c: 5, b/c: 2}}',
    'weighting: {method: ahp, judgements: {a/b: 3, a/c: 5, [b]/c: 2}}',
    'indicators: [{id: a, name: A}, {id: [b], name: B}, {id: c, name: C}]',
  ]);
});

test('an indicator leads to the same one in the previous edition', () => {
  const text = demo.replace('title:', 'previous: old.indicators.yaml\ntitle:');
  const all = { 'demo.indicators.yaml': text, 'old.indicators.yaml': demo, ...files };
  const { workspace, file } = inMemory(all);
  load(workspace, uriOf('old.indicators.yaml'), all);
  const offset = text.slice(0, text.indexOf('service')).split('\n');
  const position = { line: offset.length - 1, character: offset.at(-1)!.length };
  expect(definition(workspace, file, position)).toEqual([
    {
      file: uriOf('old.indicators.yaml'),
      range: { start: { line: 9, character: 8 }, end: { line: 9, character: 15 } },
    },
  ]);
});

test('highlights tell the definition from its uses', () => {
  const { workspace, file, position } = at('of: ser┆vice');
  expect(documentHighlights(workspace, file, position).map(({ kind }) => kind)).toEqual([3, 2]);
});
