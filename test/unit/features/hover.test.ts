import { expect, test } from 'vitest';
import type { MarkupContent } from 'vscode-languageserver-types';
import type { Locale } from '../../../server/src/base/locale.ts';
import { hover } from '../../../server/src/features/hover/hover.ts';
import { atCursor } from '../../support/cursor.ts';
import { demo, demoData } from '../../support/demo.ts';

/** The hover where `┆` stands in a piece of the demo. */
function hoverAt(marked: string, locale: Locale = 'en', definition = demo): string | undefined {
  const plain = marked.replace('┆', '');
  if (!definition.includes(plain)) throw new Error(`the demo has no ${plain}`);
  const { workspace, file, position } = atCursor(definition.replace(plain, marked), { 'demo.csv': demoData });
  const found = hover(workspace, file, position, locale);
  return found && (found.contents as MarkupContent).value;
}

test('an aggregate: path, level, shares, method, what is below, scores', () => {
  expect(hoverAt('- id: ser┆vice')).toMatchInlineSnapshot(`
    "**Service** \`service\`  
    Demo › Service  
    level 1, Pillar; 2 indicators with data below, 2 directly

    Weight 60: 60 % of its siblings, 60 % of the index

    Aggregation: Arithmetic mean \`Σ w·s / Σ w\`

    Scores: min 25 · median 40 · mean 43.75 · max 70  
    \`25 ▕██···█···█▏ 70\`"
  `);
});

test('its first key, its name and its weight speak of it too, in Chinese as well', () => {
  const chinese = hoverAt('- ┆id: service', 'zh-CN');
  expect(chinese).toContain('权重 60：占同级 60%，综合权重 60%');
  expect(hoverAt('weight: 6┆0', 'zh-CN')).toBe(chinese);
  expect(hoverAt('zh-CN: 服┆务', 'zh-CN')).toBe(chinese);
});

test('a leaf: formula with its numbers, column, counts, spread', () => {
  expect(hoverAt('{id: bad-┆rate')).toMatchInlineSnapshot(`
    "**差评率** \`bad-rate\`  
    Demo › Service › 差评率  
    level 2, 二级指标

    Weight 30: 30 % of its siblings, 18 % of the index

    Normalisation: Goalposts, negative \`a + (b − a)(upper − x)/(upper − lower), truncated to [a, b]\`  
    a = 0, b = 100, lower = 0, upper = 20

    Data: column \`bad-rate\` (demo.csv)  
    3 present, 1 missing, 0 not applicable  
    min 0 · median 10 · mean 10 · max 20  
    \`0 ▕█····█···█▏ 20\`

    Scores: min 0 · median 50 · mean 50 · max 100  
    \`0 ▕█····█···█▏ 100\`"
  `);
});

test('grades are counted', () => {
  expect(hoverAt('- id: open┆ness')).toContain('是 3 · 否 1');
});

test('shares that are no short decimal, and the sum that is wrong, at every sibling', () => {
  const wrong = demo.replace('weight: 60', 'weight: 61');
  for (const place of ['weight: 6┆1', 'weight: 4┆0']) {
    expect(hoverAt(place, 'en', wrong)).toContain('⚠ weights under level 1 sum to 101, not 100 (+1)');
  }
  expect(hoverAt('weight: 4┆0', 'en', wrong)).toContain('≈ 39.604 % (40/101) of its siblings');
});

test('weights by group', () => {
  const byGroup = demo
    .replace('weights: percent', 'weights: percent\nweightsBy: kind')
    .replace('weight: 60', 'weight: {省级: 60, 重点城市: 50}')
    .replace('weight: 40', 'weight: {省级: 40, 重点城市: 50}');
  const text = hoverAt('weight: {省级: 6┆0', 'en', byGroup);
  expect(text).toContain('省级: Weight 60: 60 % of its siblings, 60 % of the index');
  expect(text).toContain('重点城市: Weight 50: 50 % of its siblings, 50 % of the index');
});

test('why an indicator has no score', () => {
  const text = hoverAt('id: onl┆ine', 'en', demo.replace('normalise: {method: min-max}', 'column: online'));
  expect(text).toContain('⚠ not scored: no normalise method is given');
  expect(text).toContain('min 10 · median 17.5 · mean 18.75 · max 30');
});

test('a key: both titles, description, values', () => {
  const text = hoverAt('ti┆es: dense');
  expect(text).toMatch(/^\*\*Ties\*\* \(.+\) `ties`/);
  expect(text).toContain('* `competition` 1, 2, 2, 4');
  expect(hoverAt('ti┆es: dense', 'zh-CN')).toMatch(/^\*\*.+\*\* \(Ties\) `ties`/);
});

test('a value of a closed list', () => {
  expect(hoverAt('ties: den┆se')).toBe('`dense` 1, 2, 2, 3');
});

test('a method: formula for both directions, parameters, degenerate cases, source', () => {
  const text = hoverAt('method: goal┆posts');
  expect(text).toContain('`a + (b − a)(x − lower)/(upper − lower), truncated to [a, b]`');
  expect(text).toContain('negative: `a + (b − a)(upper − x)/(upper − lower), truncated to [a, b]`');
  expect(text).toContain('* The lower goalpost is not below the upper: no score.');
  expect(text).toContain('Source: UNDP Human Development Report, technical note 1; COINr n\\_goalposts');
});

test('a tier: how many, who is near the border', () => {
  expect(hoverAt('name: 优秀┆级')).toMatchInlineSnapshot(`
    "**优秀级** 2 of 4 units

    省级 2 · 重点城市 0

    * last in it: 乙省 70, 甲省 58
    * next after it: 丁市 55, 丙市 42"
  `);
  expect(hoverAt('{tier: 优┆秀级}}')).toContain('**优秀级** 2 of 4 units');
});

test('an expectation: what came out', () => {
  expect(hoverAt('is: ┆2')).toMatch(
    /^number of units \(tier 优秀级\) is 2\n\n✓ holds\n\n乙省, 甲省|^number of units \(tier 优秀级\) is 2\n\n✓ holds\n\n甲省, 乙省/,
  );
  expect(hoverAt('甲省}, is: ┆1', 'zh-CN')).toContain('甲省的位次为 1\n\n✗ 实际为 2');
});

test('a unit: score, rank, tier', () => {
  expect(hoverAt('unit: 甲┆省')).toContain('**甲省 58**  \nrank 2  \ntier 优秀级');
});

test('other names: a column with its values', () => {
  expect(hoverAt('column: op┆en')).toBe('`open` 是, 否 · demo.csv');
  expect(hoverAt('within: [ki┆nd]')).toBe('`kind` 省级, 重点城市');
});

test('nothing is said between the words, nor in comments', () => {
  const commented = demo.replace('weights: percent', 'weights: percent   # weights');
  expect(hoverAt('percent ┆  #', 'en', commented)).toBeUndefined();
  expect(hoverAt('# wei┆ghts', 'en', commented)).toBeUndefined();
});

test('names are shown as they are', () => {
  const text = hoverAt('name: ┆"', 'en', demo.replace('name: 公开', 'name: "[x](command:y) <b>"'));
  expect(text).toContain('**\\[x\\](command:y) \\<b\\>**');
});

test('computed weights: the share as it came out, and the method’s record', () => {
  const computed = demo.replace('    indicators:', '    weighting: {method: variation}\n    indicators:');
  const shown = hoverAt('{id: bad-┆rate', 'en', computed)!;
  expect(shown).toContain('Weight variation: ≈ 50.6098 % of its siblings, ≈ 30.3659 % of the index');
  expect(hoverAt('weighting: {method: varia┆tion}', 'en', computed)).toContain(
    '**Coefficient of variation** `variation`',
  );
});

test('imputation and outlier treatment: the methods’ records', () => {
  const prepared = demo.replace(
    "normalise: {method: min-max}, measure: '%'",
    'normalise: {method: min-max}, impute: {method: median}, treat: {winsorise: {max: 5}, then: log-shift}',
  );
  expect(hoverAt('impute: {method: med┆ian}', 'en', prepared)).toContain('Source: OECD/JRC Handbook (2008), step 3');
  expect(hoverAt('then: log-┆shift', 'zh-CN', prepared)).toContain('`ln(x − min + 1)`');
});

test('a number that may be written as a text is spoken of as a number', () => {
  expect(hoverAt('wei┆ght: 60')).toContain('Takes a number or a map of keys.');
});

test('computed weights: what came out, with the consistency of judgements', () => {
  const text = `indicatorSystem: 1
units: {id: code}
data: [{path: demo.csv}]
defaults: {normalise: {method: none}}
weighting:
  method: a┆hp
  judgements: {a/b: 2, a/c: 6, b/c: 3}
indicators: [{id: a, name: 甲}, {id: b, name: 乙}, {id: c, name: 丙}]
`;
  const said = (marked: string, locale: 'en' | 'zh-CN' = 'en') => {
    const { workspace, file, position } = atCursor(marked, { 'demo.csv': 'code,a,b,c\n1,1,2,3\n2,3,2,1\n' });
    return (hover(workspace, file, position, locale)!.contents as { value: string }).value;
  };
  const result = 'weights by ahp: 甲 60%, 乙 30%, 丙 10% (lambda = 3, CR = 0)';
  expect(said(text)).toMatch(new RegExp(`^${result.replaceAll(/[()]/g, '\\$&')}\n\n\\*\\*`));
  expect(said(text.replace('┆', '').replace('a/b: 2', 'a/b: ┆2'))).toContain(result);
  expect(said(text.replace('┆', '').replace('weighting', 'weigh┆ting'), 'zh-CN')).toContain('权重由 ahp 计算：甲 60%');
});
