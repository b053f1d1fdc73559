import { expect, test } from 'vitest';
import { applyEdits, lineStarts, offsetAt } from '../../../server/src/base/text.ts';
import { prepareRename, rename } from '../../../server/src/features/rename.ts';
import { atCursor } from '../../support/cursor.ts';
import { demo, demoData } from '../../support/demo.ts';

const rich = `${demo}  - {score: {unit: 甲省, indicator: online}, is: 0}
adjustments:
  - {id: leak, kind: deduction, column: bad-rate, points: 1, of: service}
`;

/** The text after renaming what the cursor is at, or why that cannot be. */
function renamed(marked: string, newName: string, text = rich): string {
  const plain = marked.replace('┆', '');
  if (text.split(plain).length !== 2) throw new Error(`${plain} does not stand in the text once`);
  const cursor = atCursor(text.replace(plain, marked), { 'demo.csv': demoData });
  const result = rename(cursor.workspace, cursor.file, cursor.position, newName);
  if ('refused' in result) return `refused: ${result.refused.en}`;
  const starts = lineStarts(cursor.text);
  const at = (place: { line: number; character: number }) => offsetAt(starts, cursor.text.length, place);
  return applyEdits(
    cursor.text,
    result.edits.map(({ range, newText }) => ({ range: { start: at(range.start), end: at(range.end) }, newText })),
  );
}

test('an aggregate, from its definition and from a reference', () => {
  const expected = rich.replace('- id: service', '- id: governance').replace('of: service', 'of: governance');
  expect(renamed('- id: ser┆vice', 'governance')).toBe(expected);
  expect(renamed('of: ser┆vice', 'governance')).toBe(expected);
});

test('a leaf keeps the column that it reads', () => {
  expect(renamed('{id: onl┆ine', 'web')).toBe(
    rich.replace('id: online', 'id: web, column: online').replace('indicator: online', 'indicator: web'),
  );
  expect(renamed('- id: open┆ness', 'open')).toBe(rich.replace('id: openness', 'id: open'));
});

test('a group system keeps its column, a tier is renamed in every claim', () => {
  const plain = rich.replace('{column: kind, values', '{values');
  expect(renamed('within: [ki┆nd]', 'type', plain)).toBe(
    plain
      .replace('{kind: {values: [省级, 重点城市]', '{type: {values: [省级, 重点城市], column: kind')
      .replace('[kind]', '[type]'),
  );
  expect(renamed('- {name: 优秀┆级', '卓越: A')).toBe(rich.replaceAll('优秀级', "'卓越: A'"));
});

test('both halves of judgements and the keys of shares', () => {
  const judged = `indicatorSystem: 1
weighting: {method: ahp, judgements: {a/b: 3, 'a/c': 5, b/c: 2}}
indicators: [{id: a┆, name: A}, {id: b, name: B}, {id: c, name: C}]
`;
  const cursor = atCursor(judged);
  const result = rename(cursor.workspace, cursor.file, cursor.position, 'x');
  expect('edits' in result && result.edits.map(({ newText }) => newText)).toEqual(['x/b', 'x/c', 'x', ', column: a']);
});

test.each([
  [
    'a column of the data',
    'column: op┆en',
    'x',
    'column open is named in the data, which are not written: rename it there',
  ],
  [
    'a unit of the data',
    'unit: 甲┆省, ',
    'x',
    'unit 甲省 is named in the data, which are not written: rename it there',
  ],
  [
    'a group of the data',
    'values: [省┆级',
    'x',
    'group 省级 is named in the data, which are not written: rename it there',
  ],
  ['a file', 'path: demo┆.csv', 'x', 'rename the file itself'],
  ['a key', 'pub┆lications:', 'x', 'there is no name here'],
  ['a name that is taken', '- id: ser┆vice', 'openness', 'openness is taken already'],
  ['what is no id', '- id: ser┆vice', 'a b', 'an id is made of letters, digits, `-`, `_` and `.`'],
  ['nothing', '- id: ser┆vice', ' ', 'the new name is empty'],
])('%s is refused', (_, marked, newName, why) => {
  expect(renamed(marked, newName)).toBe(`refused: ${why}`);
});

test('a column that no file has is renamed wherever it is written', () => {
  const text = rich.replace('column: open', 'column: opne').replace('column: bad-rate', 'column: opne');
  expect(renamed('column: opn┆e\n', 'open', text)).toBe(rich.replace('column: bad-rate', 'column: open'));
});

test('what will be renamed is shown first', () => {
  const cursor = atCursor(demo.replace('- id: service', '- id: ser┆vice'), { 'demo.csv': demoData });
  expect(prepareRename(cursor.workspace, cursor.file, cursor.position)).toEqual({
    range: { start: { line: 9, character: 8 }, end: { line: 9, character: 15 } },
    placeholder: 'service',
  });
});
