import { expect, test } from 'vitest';
import { parse } from '../../../server/src/syntax/parse.ts';
import { itemsOf, valueAt } from '../../../server/src/syntax/tree.ts';

function textsUnder(text: string, key: string): readonly unknown[] {
  const tree = parse(text);
  expect(tree.errors).toEqual([]);
  return itemsOf(valueAt(tree.root, key)).map(item => {
    const { start, end } = tree.rangeOf(item);
    return item.kind === 'scalar' ? [item.value, item.source, text.slice(start, end)] : item.kind;
  });
}

test('a dash alone in a flow list is a text, as the format writes it', () => {
  expect(textsUnder('missing: ["", NA, -, —]\n', 'missing')).toEqual([
    ['', '', '""'],
    ['NA', 'NA', 'NA'],
    ['-', '-', '-'],
    ['—', '—', '—'],
  ]);
  expect(textsUnder('missing: [-]\n', 'missing')).toEqual([['-', '-', '-']]);
  expect(textsUnder('missing: [ - , - ]\n', 'missing')).toHaveLength(2);
});

test('texts that only look like it are not changed', () => {
  const tree = parse('a: "x, -, y"\nb: x, -, y # [-]\nc: |\n  [-]\n');
  expect(['a', 'b', 'c'].map(key => (valueAt(tree.root, key) as { value: unknown }).value)).toEqual([
    'x, -, y',
    'x, -, y',
    '[-]\n',
  ]);
  expect(tree.comments().map(({ text }) => text)).toEqual(['[-]']);
});

test('a file that holds the stand-in keeps it', () => {
  expect(textsUnder('missing: ["\u{E000}", NA]\n', 'missing')[0]).toEqual(['\u{E000}', '\u{E000}', '"\u{E000}"']);
});
