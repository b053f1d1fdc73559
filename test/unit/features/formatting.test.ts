import { expect, test } from 'vitest';
import type { Range } from 'vscode-languageserver-types';
import { applyEdits, lineStarts, offsetAt } from '../../../server/src/base/text.ts';
import { formatting } from '../../../server/src/features/formatting.ts';
import { demo } from '../../support/demo.ts';
import { inMemory } from '../../support/memory.ts';

function formatted(text: string, lines?: Range): string {
  const { workspace, file } = inMemory({ 'demo.indicators.yaml': text });
  const starts = lineStarts(text);
  const at = (place: { line: number; character: number }) => offsetAt(starts, text.length, place);
  return applyEdits(
    text,
    formatting(workspace, file, lines).map(({ range, newText }) => ({
      range: { start: at(range.start), end: at(range.end) },
      newText,
    })),
  );
}

test('what is in order stays as it is', () => {
  expect(formatted(demo)).toBe(demo);
});

test('indentation, with comments and texts of several lines', () => {
  expect(
    formatted(`# head
indicatorSystem: 1
indicators:
# first
- id: a   # its id
  name:   甲
  description: |
       kept
         as it is

  # then
  indicators:
        -   id: b
            name: [ x ,y ]
            # below
            normalise: {method: goalposts,lower: 0 ,
               upper: 1 }
`),
  ).toBe(`# head
indicatorSystem: 1
indicators:
  # first
  - id: a   # its id
    name: 甲
    description: |
         kept
           as it is

    # then
    indicators:
      - id: b
        name: [x, y]
        # below
        normalise: {method: goalposts, lower: 0,
           upper: 1}
`);
});

test('blanks at the ends of lines go, those of texts stay; Windows line ends stay', () => {
  expect(formatted('indicatorSystem: 1  \r\n\t\r\ntitle: T # x \r\ndescription: |\r\n  a  \r\n  b\r\n')).toBe(
    'indicatorSystem: 1\r\n\r\ntitle: T # x\r\ndescription: |\r\n  a  \r\n  b\r\n',
  );
});

test.each([
  ['errors', 'indicatorSystem: 1  \ntitle: [a\n'],
  ['a key on a line of its own', 'indicatorSystem: 1\n? title\n:   x\n'],
  ['no content', ''],
])('nothing is changed where there are %s', (_, text) => {
  expect(formatted(text)).toBe(text);
});

test('an anchor before a block keeps the indentation of the file, not its blanks', () => {
  expect(formatted('indicators:\n- &a\n  id:  x\n- *a\n')).toBe('indicators:\n- &a\n  id: x\n- *a\n');
});

test('only the lines that are selected; where their indentation alone would change what is said, it stays', () => {
  const text = 'indicatorSystem:  1\nid:   a\ntitle:   b\nindicators: [ {id:  a} ]\n';
  const range = { start: { line: 1, character: 3 }, end: { line: 3, character: 0 } };
  expect(formatted(text, range)).toBe('indicatorSystem:  1\nid: a\ntitle: b\nindicators: [ {id:  a} ]\n');
  const nested = 'indicators:\n    - id:  a\n      name:  A\n    - id:  b\n';
  const one = { start: { line: 2, character: 0 }, end: { line: 2, character: 5 } };
  expect(formatted(nested, one)).toBe('indicators:\n    - id:  a\n      name: A\n    - id:  b\n');
  const all = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
  expect(formatted(nested, all)).toBe(formatted(nested));
});
