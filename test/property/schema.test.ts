/** Laws of the schema layer: any text is checked, every problem has a place in it and words in both languages. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { schemaAt } from '../../server/src/schema/cursor.ts';
import { checkStructure, structureOfTree } from '../../server/src/schema/structure.ts';
import { parse } from '../../server/src/syntax/parse.ts';
import { formatExamples } from '../generated/formatExamples.ts';

const scraps = [
  '',
  '{',
  '}',
  '[]',
  ': ',
  '\n',
  '- ',
  'null',
  '3',
  '"',
  '省级',
  'method: rank',
  'kind',
  '&a ',
  '*a',
  ',',
];

/** An example with some stretches of text replaced by scraps. */
const damaged = fc
  .tuple(
    fc.constantFrom(...formatExamples),
    fc.array(fc.tuple(fc.nat(), fc.nat(6), fc.constantFrom(...scraps)), { minLength: 1, maxLength: 4 }),
  )
  .map(([example, cuts]) =>
    cuts.reduce((text, [at, length, scrap]) => {
      const start = at % (text.length + 1);
      return text.slice(0, start) + scrap + text.slice(start + length);
    }, example),
  );

test('any text gives problems that stand in it, in words', () => {
  fc.assert(
    fc.property(damaged, text => {
      const tree = parse(text);
      for (const { place, message } of checkStructure(tree)) {
        const { start, end } = tree.rangeOf(place);
        expect(0 <= start && start <= end && end <= text.length).toBe(true);
        expect(`${message.en} ${message['zh-CN']}`).not.toMatch(/undefined|\[object|``|takes $/);
      }
    }),
    { numRuns: 500 },
  );
});

test('checking with what was known gives what checking from scratch gives', () => {
  fc.assert(
    fc.property(damaged, damaged, (first, second) => {
      const before = parse(first);
      const after = parse(second, before);
      const known = structureOfTree(after, structureOfTree(before));
      expect(checkStructure(after, known)).toEqual(checkStructure(after));
    }),
    { numRuns: 200 },
  );
});

test('any position of any text can be asked', () => {
  fc.assert(
    fc.property(damaged, fc.nat(), (text, at) => {
      const offset = at % (text.length + 1);
      const cursor = schemaAt(parse(text), offset);
      if (cursor === undefined) return;
      expect(cursor.word.start).toBeGreaterThanOrEqual(0);
      expect(cursor.word.end).toBeGreaterThanOrEqual(cursor.word.start);
      expect(cursor.word.end).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 500 },
  );
});
