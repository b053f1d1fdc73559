import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyEdits, lineStarts, offsetAt, positionAt } from '../../../server/src/base/text.ts';

test('lines end with LF, CR LF and CR', () => {
  expect(lineStarts('a\nb\r\nc\rd')).toEqual([0, 2, 5, 7]);
});

test('positions and offsets are each other’s inverse', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', '中', '😀', '\n', '\r\n')), fc.nat(50), (parts, at) => {
      const text = parts.join('');
      const starts = lineStarts(text);
      const offset = Math.min(at, text.length);
      expect(offsetAt(starts, text.length, positionAt(starts, offset))).toBe(offset);
    }),
  );
});

test('edits are of the old text', () => {
  const edits = [
    { range: { start: 4, end: 5 }, newText: 'E' },
    { range: { start: 0, end: 1 }, newText: '' },
  ];
  expect(applyEdits('abcde', edits)).toBe('bcdE');
  expect(() => applyEdits('abc', [edits[1]!, { range: { start: 0, end: 2 }, newText: '' }])).toThrow('overlap');
});
