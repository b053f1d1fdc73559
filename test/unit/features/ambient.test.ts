/** What stands beside the text: inlay hints, code lenses, colours by meaning. */
import { expect, test } from 'vitest';
import { lineStarts, offsetAt } from '../../../server/src/base/text.ts';
import { codeLenses } from '../../../server/src/features/codeLens.ts';
import { inlayHints } from '../../../server/src/features/inlayHints.ts';
import { semanticTokenTypes } from '../../../server/src/features/semanticLegend.ts';
import { semanticTokens } from '../../../server/src/features/semanticTokens.ts';
import { colourPresentations, documentColours } from '../../../server/src/features/tierColours.ts';
import { tierColours } from '../../../server/src/protocol/tierColours.ts';
import { demo, demoData } from '../../support/demo.ts';
import { inMemory } from '../../support/memory.ts';

const whole = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } };

/** The lines that have hints, with the hints in the text. */
function hinted(text: string, range = whole): readonly string[] {
  const { workspace, file } = inMemory({ 'demo.indicators.yaml': text, 'demo.csv': demoData });
  const lines = text.split('\n');
  const hints = inlayHints(workspace, file, range, 'en').toReversed();
  for (const { position, label } of hints) {
    const line = lines[position.line]!;
    lines[position.line] = `${line.slice(0, position.character)}«${label}»${line.slice(position.character)}`;
  }
  return lines.filter(line => line.includes('«')).map(line => line.trim().slice(0, 60));
}

test('effective weights where they are not the written ones, and how many units a tier has', () => {
  expect(hinted(demo)).toEqual([
    '- {id: online, name: 网办率, weight: 70«= 42 %», normalise: {me',
    '- {id: bad-rate, name: 差评率, weight: 30«= 18 %», normalise: {',
    '- {name: 优秀级«2», atLeast: 58}',
    '- {name: 良好级«2»}',
  ]);
});

test('what no weight implies', () => {
  const text = demo
    .replace('weight: 70, ', '')
    .replace('weight: 30, ', '')
    .replace('    weight: 60\n', '')
    .replace('    weight: 40\n', '');
  expect(hinted(text).slice(0, 4)).toEqual([
    '- id: service«50 %»',
    '- {id: online«50 % = 25 %», name: 网办率, normalise: {method: m',
    '- {id: bad-rate«50 % = 25 %», name: 差评率, normalise: {method:',
    '- id: openness«50 %»',
  ]);
});

test('only in the range that is asked for, and once for what an alias repeats', () => {
  expect(hinted(demo, { start: { line: 13, character: 0 }, end: { line: 14, character: 0 } })).toHaveLength(1);
  const repeated = 'indicatorSystem: 1\nindicators:\n  - &a {id: a, name: A, weight: 1}\n  - *a\n  - *a\n';
  expect(hinted(repeated)).toEqual(['- &a {id: a, name: A, weight: 1«≈ 33.3333 %»}']);
});

function lenses(text: string, previewCommand?: string): readonly string[] {
  const { workspace, file } = inMemory({ 'demo.indicators.yaml': text, 'demo.csv': demoData });
  return codeLenses(workspace, { file, uri: 'file:///x', previewCommand }, 'en').map(({ range, command }) =>
    `${range.start.line} ${command?.title} ${command?.command}`.trim(),
  );
}

test('sums of the children, expectations that hold or not, and the preview where the client has one', () => {
  expect(lenses(demo, 'show')).toEqual([
    '0 Preview ranking show',
    '8 Σ 100 · 2 indicators',
    '12 Σ 100 · 2 indicators',
    '28 ✓ holds',
    '29 ✗ came out: 2',
  ]);
  expect(lenses('indicatorSystem: 1\nindicators:\n  - {id: a}\n')).toEqual(['1 equal weights · 1 indicator']);
  expect(lenses(demo.replace('weight: 60', 'weight: 61'))[0]).toBe('8 Σ 101 ≠ 100 (+1) · 2 indicators');
  expect(lenses(demo.replace('weight: 70, ', '').replace('weight: 30, ', ''))[1]).toBe(
    '12 equal weights · 2 indicators',
  );
});

/** Words with their types, `!` where something is defined. */
function coloured(text: string): readonly string[] {
  const { workspace, file } = inMemory({ 'demo.indicators.yaml': text });
  const { data } = semanticTokens(workspace, file);
  const starts = lineStarts(text);
  let [line, character] = [0, 0];
  return Array.from({ length: data.length / 5 }, (_, index) => {
    const [lines = 0, characters = 0, length = 0, type = 0, bits] = data.slice(index * 5, index * 5 + 5);
    character = lines === 0 ? character + characters : characters;
    line += lines;
    const start = offsetAt(starts, text.length, { line, character });
    return `${text.slice(start, start + length)} ${semanticTokenTypes[type]}${bits === 1 ? '!' : ''}`;
  });
}

test('colours by what a word is', () => {
  const text = `units: {id: code, groups: {kind: {values: [省级]}}}
indicators:
  - {id: a, name: A, weight: 1.5, column: x, direction: negative, categories: {是: 1}, appliesTo: {kind: 省级}}
tiers: [{name: T, atLeast: 1}]
expect: [{score: {unit: 甲, indicator: a}, is: 2}, {count: {tier: T}, is: 1}]
`;
  expect(coloured(text).filter(each => !each.endsWith(' property'))).toEqual([
    'code variable',
    'kind type!',
    '省级 enumMember!',
    'a class!',
    '1.5 number',
    'x variable',
    'negative enumMember',
    '是 variable',
    '1 number',
    'kind type',
    '省级 enumMember',
    'T enum!',
    '1 number',
    '甲 struct',
    'a class',
    '2 number',
    'T enum',
    '1 number',
  ]);
  expect(coloured(text).slice(0, 3)).toEqual(['units property', 'id property', 'code variable']);
});

test('each tier has the colour that the panel gives it, from the best to the last', () => {
  const names = ['一', '{zh-CN: 二, en: Two}', '三', '四', '五', '六', '七'];
  const text = `indicators: []\ntiers:\n${names.map(name => `  - {name: ${name}}\n`).join('')}`;
  const { workspace, file } = inMemory({ 'demo.indicators.yaml': text });
  const found = documentColours(workspace, file);
  expect(found.map(({ color: { red } }) => tierColours.findIndex(each => each.red === red))).toEqual([
    ...[0, 1, 1, 2, 3, 3, 4],
  ]);
  const shown = found.map(({ range }) => colourPresentations(workspace, file, range).map(({ label }) => label));
  expect(shown.flat()).toEqual(names.map(() => 'name'));
});
