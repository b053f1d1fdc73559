/** Pieces to fill in: offered where they may begin, and sound as they stand in both languages, after every dash and indent. */
import { expect, test } from 'vitest';
import { type CompletionItem, CompletionItemKind, type TextEdit } from 'vscode-languageserver-types';
import type { Locale } from '../../../server/src/base/locale.ts';
import { lineStarts, offsetAt } from '../../../server/src/base/text.ts';
import { completion } from '../../../server/src/features/completion.ts';
import { snippets } from '../../../server/src/features/snippets.ts';
import { atCursor } from '../../support/cursor.ts';
import { inMemory } from '../../support/memory.ts';

const namesOf = (place: string) => snippets.filter(each => each.place === place).map(({ name }) => name);

function offered(marked: string, locale: Locale = 'en', fillsIn = false): readonly CompletionItem[] {
  const { workspace, file, position } = atCursor(marked);
  return completion(workspace, file, position, locale, { fillsIn }).filter(
    ({ kind }) => kind === CompletionItemKind.Snippet,
  );
}

const piecesAt = (marked: string) => offered(marked).map(({ filterText }) => filterText);

/** The text after taking the piece. */
function taking(marked: string, label: string, locale: Locale): string {
  const { text } = atCursor(marked);
  const item = offered(marked, locale).find(each => each.label === `${label} …`);
  if (item === undefined) throw new Error(`${label} is not offered`);
  const { range, newText } = item.textEdit as TextEdit;
  const starts = lineStarts(text);
  const [start, end] = [range.start, range.end].map(each => offsetAt(starts, text.length, each));
  return text.slice(0, start) + newText + text.slice(end);
}

const head = 'indicatorSystem: 1\nid: demo\n';
const places = {
  file: ['┆', 'sys┆'],
  top: [
    `${head}indicators: [{id: z, name: Z, weight: 100}]\n┆`,
    `${head}┆\nindicators: [{id: z, name: Z, weight: 100}]\n`,
  ],
  indicator: [
    `${head}indicators:\n  - ┆`,
    `${head}indicators:\n  -┆`,
    `${head}indicators:\n- le┆\n`,
    `${head}indicators:\n  ┆`,
    `${head}indicators:\n  le┆\n`,
    `${head}indicators:\n  - id: z\n    name: Z\n    weight: 50\n  ┆\n`,
    `${head}indicators:\n  - id: z\n    name: Z\n    weight: 50\n  - ┆\n  - id: y\n    name: Y\n    weight: 50\n`,
    `${head}indicators:\n  - id: z\n    name: Z\n    weight: 50\n    indicators:\n      - ┆\n`,
  ],
} as const;

const formCodes = [
  'yaml-syntax',
  'schema',
  'unknown-key',
  'weight-range',
  'goalpost-order',
  'steps-order',
  'tier-order',
];

for (const [place, marks] of Object.entries(places)) {
  test.each(marks)(`${place}: %j`, marked => {
    expect(piecesAt(marked)).toEqual(namesOf(place));
    for (const name of namesOf(place)) {
      for (const locale of ['en', 'zh-CN'] as const) {
        const text = taking(marked, name, locale);
        const { workspace, file } = inMemory({ 'demo.indicators.yaml': text });
        const found = workspace.findings(file).filter(({ code }) => formCodes.includes(code));
        expect({ text, found: found.map(({ code, message }) => `${code}: ${message.en}`) }).toEqual({
          text,
          found: [],
        });
      }
    }
  });
}

test.each([
  ['in an item that has begun', `${head}indicators:\n  - id: a\n    ┆`],
  ['in a list of another kind', `${head}levels:\n  - ┆`],
  ['at the top level within a map', `${head}ranking:\n  ┆`],
  ['in flow style', `${head}indicators: [{┆}]`],
  ['as a value', `${head}title: ┆`],
])('none %s', (_, marked) => {
  expect(piecesAt(marked)).toEqual([]);
});

test('of the top level only what is not there', () => {
  expect(piecesAt(`${head}tiers: []\n┆`)).toEqual(['adjustments', 'publications']);
});

test('an editor that leads through what is to be filled in gets placeholders, in its language', () => {
  const marked = places.indicator[0];
  const taken = offered(marked, 'zh-CN', true).find(({ filterText }) => filterText === 'leaf-min-max')!;
  expect(taken.insertTextFormat).toBe(2);
  expect((taken.textEdit as TextEdit).newText).toMatch(/^id: \$\{1:indicator\}\n {4}name: \$\{2:指标\}/);
  const plain = offered(marked, 'en').find(({ filterText }) => filterText === 'leaf-min-max')!;
  expect(plain.insertTextFormat).toBeUndefined();
  expect((plain.textEdit as TextEdit).newText).not.toMatch(/\$/);
});

test('placeholders are numbered from 1 on, in the order of the text', () => {
  for (const { lines } of snippets) {
    const numbers = [...lines.join('\n').matchAll(/\$\{(\d+)/g)].map(([, number]) => Number(number));
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  }
});
