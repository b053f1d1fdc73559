/** Laws of the schema layer: any text is checked, every problem has a place in it and words in both languages. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pieceSchemas } from '../../schemas/compile.mjs';
import { followedKeywords } from '../../schemas/sound.mjs';
import { schemaAt } from '../../server/src/schema/cursor.ts';
import type { Schema } from '../../server/src/schema/document.ts';
import {
  validateConfiguration,
  validateIndicator,
  validateSystem,
} from '../../server/src/schema/generated/validators.js';
import { plainValueOfPiece } from '../../server/src/schema/plainValue.ts';
import { isSound } from '../../server/src/schema/sound.ts';
import { checkStructure, structureOfTree } from '../../server/src/schema/structure.ts';
import { parse } from '../../server/src/syntax/parse.ts';
import { itemsOf, type Node, resolved, valueAt } from '../../server/src/syntax/tree.ts';
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

test('the quick look takes for sound what the validators do', () => {
  let nSound = 0;
  fc.assert(
    fc.property(fc.oneof(damaged, fc.constantFrom(...formatExamples)), text => {
      const { root, errors } = parse(text);
      const pieces = root === undefined ? [] : [root, ...indicatorsIn(root, 0)];
      for (const [index, piece] of pieces.entries()) {
        const [kind, validate] =
          index === 0 ? (['system', validateSystem] as const) : (['indicator', validateIndicator] as const);
        const isValid = resolved(piece) === undefined || validate(plainValueOfPiece(piece));
        const isTakenForSound = resolved(piece) === undefined || isSound(piece, kind);
        // Of two equal keys the quick look looks at both.
        if (isTakenForSound || errors.length === 0) expect(isTakenForSound, text).toBe(isValid);
        nSound += Number(isTakenForSound);
      }
      if (root === undefined || resolved(root) === undefined) return;
      if (isSound(root, 'configuration')) expect(validateConfiguration(plainValueOfPiece(root))).toBe(true);
    }),
    { numRuns: 2000 },
  );
  expect(nSound).toBeGreaterThan(1000);
});

test('the quick look follows every keyword of the schemas', () => {
  const keywordsIn = (schema: Schema | boolean): readonly string[] => {
    if (typeof schema === 'boolean') return [];
    const {
      properties = {},
      definitions = {},
      items,
      propertyNames,
      additionalProperties,
      allOf = [],
      anyOf = [],
    } = schema as Schema & { definitions?: Readonly<Record<string, Schema>> };
    const inner = [...Object.values(properties), ...Object.values(definitions), ...allOf, ...anyOf];
    const single = [items, propertyNames, additionalProperties, schema.if, schema.then, schema.else];
    return [...Object.keys(schema), ...[...inner, ...single.filter(each => each !== undefined)].flatMap(keywordsIn)];
  };
  const used = new Set(Object.values(pieceSchemas()).flatMap(keywordsIn));
  expect(used.size).toBeGreaterThan(20);
  expect([...used].filter(keyword => !followedKeywords.has(keyword))).toEqual([]);
});

function indicatorsIn(node: Node, depth: number): readonly Node[] {
  const items = depth > 20 ? [] : itemsOf(valueAt(node, 'indicators'));
  return items.flatMap(item => [item, ...indicatorsIn(item, depth + 1)]);
}

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
