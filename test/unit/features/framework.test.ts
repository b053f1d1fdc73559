import { expect, test } from 'vitest';
import { lineStarts, offsetAt } from '../../../server/src/base/text.ts';
import { type FrameworkQuery, framework } from '../../../server/src/features/framework.ts';
import { shownScoring } from '../../../server/src/features/preview/preview.ts';
import type { FrameworkIndicator, FrameworkRange, FrameworkView } from '../../../server/src/protocol/framework.ts';
import { demo, demoFiles } from '../../support/demo.ts';
import { inMemory } from '../../support/memory.ts';

function shown(
  definition: string,
  options: Partial<FrameworkQuery> = {},
  data: string = demoFiles['demo.csv'],
): FrameworkView {
  const { workspace, file } = inMemory({ 'demo.indicators.yaml': definition, 'demo.csv': data });
  return framework(workspace, { file, uri: file, version: 3, lastGood: undefined, ...options }, 'en');
}

function outline(indicators: readonly FrameworkIndicator[], indent = ''): string {
  return indicators
    .map(({ name, level, levelName, weight, effective, bonusCap, errors, warnings, children }) => {
      const figures = [`L${level} ${levelName}`, weight, effective, bonusCap, `${errors}/${warnings}`];
      return `${indent}${name} | ${figures.join(' | ')}\n${outline(children ?? [], `${indent}  `)}`;
    })
    .join('');
}

function textIn(text: string, { start, end }: FrameworkRange): string {
  const starts = lineStarts(text);
  return text.slice(offsetAt(starts, text.length, start), offsetAt(starts, text.length, end));
}

test('every indicator with its weight as written and its effective weight', () => {
  const view = shown(demo);
  expect(outline(view.indicators)).toBe(
    'Service | L1 Pillar | 60 | 60 % |  | 0/0\n' +
      '  网办率 | L2 二级指标 | 70 | 42 % |  | 0/0\n' +
      '  差评率 | L2 二级指标 | 30 | 18 % |  | 0/1\n' +
      '公开 | L1 Pillar | 40 | 40 % |  | 0/0\n',
  );
  expect(view).toMatchObject({ title: 'Demo', version: 3, nScored: 4, state: { kind: 'current', errors: 1 } });
});

test('places: the head names the indicator, the range holds it with all below', () => {
  const [service] = shown(demo).indicators;
  expect(textIn(demo, service!.head)).toBe('service');
  expect(textIn(demo, service!.range)).toMatch(/^id: service\n[\s\S]*source: s}/);
  expect(textIn(demo, service!.children![1]!.range)).toMatch(/^\{id: bad-rate, .*\}$/);
});

test('a finding is counted at the innermost indicator that holds it', () => {
  const view = shown(demo.replace('weight: 30', 'weight: many'));
  const [service] = view.indicators;
  expect(service!.children!.map(({ errors }) => errors)).toEqual([0, 1]);
  expect(service!.errors).toBe(0);
});

test('weights by group are written out, and have no one effective weight', () => {
  const byGroup = demo
    .replace('weights: percent', 'weights: percent\nweightsBy: kind')
    .replace('weight: 70', 'weight: {省级: 70, 重点城市: 60}')
    .replace('weight: 30', 'weight: {省级: 30, 重点城市: 40}');
  const [service] = shown(byGroup).indicators;
  expect(service!.children!.map(({ weight, effective }) => [weight, effective])).toEqual([
    ['70 (省级), 60 (重点城市)', ''],
    ['30 (省级), 40 (重点城市)', ''],
  ]);
});

test('weights that data decide are known once the data are read', () => {
  const computed = demo
    .replace('    weight: 60\n', '    weight: 60\n    weighting: {method: entropy}\n')
    .replaceAll(/weight: [37]0, /g, '');
  const [service] = shown(computed).indicators;
  expect(service!.children!.map(({ weight }) => weight)).toEqual(['entropy', 'entropy']);
  expect(service!.children!.every(({ effective }) => /^≈? ?\d/.test(effective))).toBe(true);
  const [unscored] = shown(computed, {}, 'code,name\n').indicators;
  expect(unscored!.children!.map(({ effective }) => effective)).toEqual(['', '']);
});

test('a bonus has its cap and no weight', () => {
  const view = shown(
    demo
      .replace('ranking:', 'fullMark: 105\nranking:')
      .replace(
        'tiers:',
        '  - {id: extra, name: 加分, bonus: {cap: 5}, column: open, categories: {是: 5, 否: 0}, source: s}\ntiers:',
      ),
  );
  expect(view.indicators.at(-1)).toMatchObject({ name: '加分', weight: '', effective: '', bonusCap: '5' });
});

test('expectations with their results and places', () => {
  const { expectations } = shown(demo);
  expect(expectations.map(({ holds, expected, actual }) => ({ holds, expected, actual }))).toEqual([
    { holds: true, expected: '2', actual: '2' },
    { holds: false, expected: '1', actual: '2' },
  ]);
  expect(textIn(demo, expectations[1]!.range)).toBe('{rank: {unit: 甲省}, is: 1}');
});

test('a definition that cannot be scored now keeps its state and leaves its expectations open', () => {
  const { workspace, file } = inMemory(demoFiles);
  const lastGood = shownScoring(workspace, file);
  const broken = shown(`${demo}  - {`, { lastGood });
  expect(broken).toMatchObject({ state: { kind: 'stale' }, nScored: null });
  expect(broken.expectations.map(({ holds, actual }) => [holds, actual])).toEqual([
    [null, null],
    [null, null],
  ]);
  expect(shown(`${demo}  - {`).state).toMatchObject({ kind: 'empty', reason: 'definition-errors' });
});
