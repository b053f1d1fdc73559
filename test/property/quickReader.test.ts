/** Two readers, one tree: whatever the quick reader is certain of is the same as `yaml` reads, and has no error. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutFile } from '../../server/src/syntax/cut.ts';
import { parse } from '../../server/src/syntax/parse.ts';
import { readPiece } from '../../server/src/syntax/read.ts';
import { readCut } from '../../server/src/syntax/readCut.ts';
import type { Reading } from '../../server/src/syntax/reading.ts';
import { readPlain } from '../../server/src/syntax/readPlain.ts';
import { readWhole } from '../../server/src/syntax/readWhole.ts';
import type { Node, Piece } from '../../server/src/syntax/tree.ts';
import { plainNode } from '../support/plainNode.ts';
import { definitionText, edit, edited, lineSalad } from './syntaxTexts.ts';

const runs = { numRuns: Number(process.env.RUNS ?? 500) };

function dump(node: Node | undefined): string {
  return JSON.stringify(plainNode(node));
}

/** Is the quick reader certain of the text? Then `yaml` says the same. */
function isReadAlike(text: string): boolean {
  const piece: Piece = { text, hole: undefined };
  const quick = readPlain(piece);
  if (quick === undefined) return false;
  const { node, problems, aliasExpansion } = readPiece(piece);
  const said = problems.map(({ code }) => code);
  if (dump(quick) !== dump(node) || said.length > 0) {
    expect({ text, node: JSON.parse(dump(quick)), said: [] }).toEqual({ text, node: JSON.parse(dump(node)), said });
  }
  expect(aliasExpansion).toBe(0);
  return true;
}

/** What stands in a file, piece by piece. */
function pieces({ piece, node, dash, keys, items, length, problems }: Reading): unknown {
  const { text, hole } = piece;
  return { text, hole, dash, keys, length, problems, node: plainNode(node), items: items.map(pieces) };
}

/** Is the reader of whole files certain of the text? Then the cutter finds the same pieces, and they are read alike. */
function isCutAlike(text: string): boolean {
  const whole = readWhole(text);
  if (whole === undefined) return false;
  const cut = readCut(text, cutFile(text), 'file', undefined);
  const [inOneGo, cutFirst] = [pieces(whole), cut && pieces(cut)];
  // Where no item is cut out nobody asks for the columns.
  if (whole.items.length === 0) Object.assign(inOneGo as object, { keys: cut?.keys });
  if (JSON.stringify(inOneGo) !== JSON.stringify(cutFirst))
    expect({ text, ...(inOneGo as object) }).toEqual({ text, ...(cutFirst as object) });
  return true;
}

function expectAlike(texts: fc.Arbitrary<string>, numRuns = runs.numRuns): void {
  fc.assert(
    fc.property(texts, text => {
      isReadAlike(text);
      isCutAlike(text);
      isCutAlike(`id: a\nindicators:\n${text}`);
    }),
    { numRuns },
  );
}

const word = fc.constantFrom(
  ...[
    'a',
    'b',
    '指标',
    '12.50',
    '-1',
    '007',
    'true',
    '~',
    "it's",
    'x#y',
    'x:y',
    '1e3',
    '-',
    '－',
    '（一）',
    'a b',
    '50%',
  ],
  ...[
    '"q"',
    "'it''s'",
    '"a\\"b"',
    '"\\u4e2d\\n"',
    '"two\n lines"',
    "'two\n\n  lines '",
    '""',
    "''",
    'a\n b',
    '"x\\\n y"',
  ],
);
const token = fc.oneof(
  { weight: 3, arbitrary: word },
  { weight: 3, arbitrary: fc.constantFrom('{', '}', '[', ']', ',', ':', ': ', ', ', '[]', '{}', '{a: 1}') },
  {
    weight: 2,
    arbitrary: fc.constantFrom(' ', '\n', '\n ', '\n  ', '\r\n   ', '\n\n  ', ' # note\n  ', '#', '\n  # note'),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '?',
      '|',
      '>',
      '&a',
      '*a',
      '!t',
      '%',
      '@',
      '\t',
      '\r',
      '\uFEFF',
      '\u00A0',
      '\u3000',
      '<<',
    ),
  },
);
const tokens = fc.array(token, { maxLength: 16 }).map(each => each.join(''));

/** Mostly valid flow collections over lines. */
const blank = fc.constantFrom('', '', ' ', '\n  ', ' # note\n   ', '\n\n    ');
const { flow } = fc.letrec<{ flow: string; value: string; entry: string }>(tie => ({
  flow: fc.oneof(
    fc
      .tuple(blank, fc.array(fc.tuple(tie('value'), blank), { maxLength: 4 }), fc.constantFrom('', ','))
      .map(
        ([gap, items, comma]) =>
          `[${gap}${items.map(each => each.join('')).join(', ')}${items.length > 0 ? comma : ''}]`,
      ),
    fc
      .tuple(blank, fc.array(fc.tuple(tie('entry'), blank), { maxLength: 4 }), fc.constantFrom('', ','))
      .map(
        ([gap, items, comma]) =>
          `{${gap}${items.map(each => each.join('')).join(', ')}${items.length > 0 ? comma : ''}}`,
      ),
  ),
  value: fc.oneof({ weight: 3, arbitrary: word }, { weight: 1, arbitrary: tie('flow') }),
  entry: fc
    .tuple(fc.integer({ min: 0, max: 99 }), fc.constantFrom(': ', ':\n  ', ':', ''), tie('value'))
    .map(([key, colon, value]) =>
      colon === '' ? `k${key}` : colon === ':' ? `"k${key}":${value}` : `k${key}${colon}${value}`,
    ),
}));

const blockLine = fc.tuple(
  fc.constantFrom('', ' ', '  ', '   ', '    '),
  fc.constantFrom('text', '- item', 'key: value', '', '# note', 'more # c', '中文　', '"', '  deep'),
);
const blockScalar = fc
  .tuple(
    fc.constantFrom('|', '>', '|-', '>-', '|+', '|2', '> # note'),
    fc.array(blockLine, { maxLength: 6 }),
    fc.constantFrom('', '\n', '\nz: 1', '\n# end\nz: 1'),
  )
  .map(([head, lines, end]) => [head, ...lines.map(each => each.join(''))].join('\n') + end);

const inPlace = (value: fc.Arbitrary<string>) =>
  fc.tuple(fc.constantFrom('k: ', '- ', 'k:\n  l: ', '- k: ', '- k: 1\n  l: ', ''), value).map(each => each.join(''));

describe('the quick reader and `yaml` read alike', () => {
  test('definitions in many layouts, and is certain of some', () => {
    let nCertain = 0;
    fc.assert(
      fc.property(definitionText, text => {
        if (isReadAlike(text)) nCertain++;
      }),
      runs,
    );
    expect(nCertain).toBeGreaterThan(0);
  });

  test('definitions in one go as cut first, and is certain of some', () => {
    let nCertain = 0;
    fc.assert(
      fc.property(definitionText, text => {
        if (isCutAlike(text)) nCertain++;
      }),
      runs,
    );
    expect(nCertain).toBeGreaterThan(0);
  });

  test('lines that may be anything', () => expectAlike(lineSalad));

  test('edited definitions', () =>
    expectAlike(fc.tuple(definitionText, edit).map(([text, change]) => edited(text, change))));

  test('flow collections, and is certain of many', () => {
    let nCertain = 0;
    fc.assert(
      fc.property(inPlace(flow), text => {
        if (isReadAlike(text)) nCertain++;
      }),
      runs,
    );
    expect(nCertain).toBeGreaterThan(runs.numRuns / 5);
  });

  test('an item that is a list itself has no indicators cut out of it', () => {
    const inner = ' -\n     indicators:\n        - id: b\n     id: a\n';
    expect(isCutAlike(`id: a\nindicators:\n- # note\n${inner}`)).toBe(true);
  });

  test('edited flow collections', () =>
    expectAlike(
      fc.tuple(inPlace(flow), edit).map(([text, change]) => edited(text, change)),
      runs.numRuns * 2,
    ));

  test('brackets, quotes and commas in any order', () => expectAlike(inPlace(tokens), runs.numRuns * 4));

  test('block scalars', () => expectAlike(inPlace(blockScalar), runs.numRuns * 2));

  test('scalars of any characters', () =>
    expectAlike(
      inPlace(fc.oneof(fc.string({ maxLength: 12 }), fc.string({ unit: 'binary', maxLength: 6 }))),
      runs.numRuns * 2,
    ));

  test('every sample, and is certain of each piece', () => {
    const samples = readdirSync('samples', { recursive: true, encoding: 'utf8' }).filter(path => /\.ya?ml$/.test(path));
    for (const path of samples) {
      const file = readFileSync(`samples/${path}`, 'utf8');
      expect([path, isCutAlike(file)]).toEqual([path, true]);
      const tree = parse(file);
      const pieces = new Set<Piece>();
      const visit = (node: Node | undefined): void => {
        if (node === undefined || node.kind === 'alias') return;
        pieces.add(node.piece);
        if (node.kind === 'map') for (const { value } of node.entries) visit(value);
        if (node.kind === 'sequence') node.items.forEach(visit);
      };
      visit(tree.root);
      for (const { text } of pieces) expect([path, text, isReadAlike(text)]).toEqual([path, text, true]);
    }
    expect(samples.length).toBeGreaterThan(5);
  });
});
