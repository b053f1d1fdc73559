import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTable } from '../../../server/src/data/read.ts';
import { guessColumns } from '../../../server/src/features/guessColumns.ts';
import { newDefinition } from '../../../server/src/features/newDefinition.ts';
import { inMemory } from '../../support/memory.ts';

const cities = `城市代码,城市,类别,序号,网办率(%),投诉量（件/千件）,服务得分,数据开放,GDP（亿元）,备注
3301,杭州,省会;副省级,1,96,1.2,88,A,18753,x
3302,宁波,副省级,2,92,2.5,91,B,15704,y
3501,福州,省会,3,88,缺,70,C,12308,z
4101,郑州,省会,4,75,6.8,不适用,A,12934,w
`;

function guess(csv: string) {
  return guessColumns(readTable(new TextEncoder().encode(csv), { format: 'csv', encoding: 'auto' }));
}

/** The definition in a workspace of its own, beside its data. */
function drafted(name: string, bytes: Uint8Array, locale: 'en' | 'zh-CN' = 'en') {
  const text = newDefinition(name, bytes, locale);
  if (text === undefined) return undefined;
  const { workspace, file } = inMemory({ 'new.indicators.yaml': text, [name]: bytes });
  return { text, findings: workspace.findings(file), scoring: workspace.scoring(file) };
}

describe('columns', () => {
  const guesses = guess(cities);

  test('units by code and name, groups with several per cell', () => {
    expect(guesses).toMatchObject({ key: '城市代码', name: '城市' });
    expect(guesses.groups).toEqual([{ column: '类别', values: ['省会', '副省级'], separator: ';' }]);
  });

  test('directions, measures, ranges, scores and grades', () => {
    const shown = guesses.indicators.map(({ name, measure, direction, range, isScore, grades }) => [
      ...[name, measure, direction, range, isScore, grades],
    ]);
    expect(shown).toEqual([
      ['网办率', '%', 'positive', [0, 100], false, undefined],
      ['投诉量', '件/千件', 'negative', undefined, false, undefined],
      ['服务得分', undefined, 'positive', [0, 100], true, undefined],
      ['数据开放', undefined, 'positive', undefined, false, { A: 100, B: 67, C: 33 }],
      ['GDP', '亿元', 'positive', undefined, false, undefined],
    ]);
  });

  test('a word inside another word says nothing', () => {
    const { indicators } = guess(['code,PM2.5 concentration,Ratio of staff', 'a,31,20', 'b,29,30'].join('\n'));
    const shown = indicators.map(({ name, measure, direction }) => [name, measure, direction]);
    expect(shown).toEqual([
      ['PM2.5 concentration', undefined, 'negative'],
      ['Ratio of staff', '%', 'positive'],
    ]);
  });

  test('what is neither is left to the author; words in place of numbers are told apart', () => {
    expect(guesses).toMatchObject({ others: ['序号', '备注'], missing: [], notApplicable: ['不适用'] });
    expect(guess('code,v\na,1\nb,暂无\nc,3\nd,4\n').missing).toEqual(['暂无']);
  });

  test('a number that was written for people is not taken for missing', () => {
    const { missing, indicators } = guess('code,v\na,1\nb,"1,234"\nc,12%\nd,4\n');
    expect(missing).toEqual([]);
    expect(indicators.map(({ column }) => column)).toEqual(['v']);
  });

  test('without a code the name is what units are known by', () => {
    expect(guess('country,unemployment rate\nA,0.1\nB,0.2\n')).toMatchObject({
      key: 'country',
      indicators: [{ column: 'unemployment rate', direction: 'negative', range: [0, 1] }],
    });
  });
});

test('the draft of a table is scored and has no error', () => {
  const { text, findings, scoring } = drafted('cities.csv', new TextEncoder().encode(cities), 'zh-CN')!;
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(scoring?.compiled.noTotals).toBeUndefined();
  expect(text).toMatchInlineSnapshot(`
    "# 根据数据推测生成：请核对指标方向、取值范围和分组后再使用结果。
    indicatorSystem: 1
    id: cities
    title: cities
    levels: [{name: 指标, count: 5}]

    units:
      id: 城市代码
      name: 城市
      count: 4
      groups:   # 推测：取值少而多个对象共有的列
        类别: {column: 类别, separator: ;, values: [省会, 副省级]}

    data:
      - path: cities.csv
        notApplicable: [不适用]

    defaults: {normalise: {method: min-max}}   # 最低值得 0 分，最高值得 100 分

    # 未使用的列：序号, 备注
    # 尚未设定权重：各指标等权。
    indicators:
      - id: 网办率
        name: 网办率
        column: 网办率(%)
        measure: '%'
        range: [0, 100]
      - id: 投诉量
        name: 投诉量
        column: 投诉量（件/千件）
        measure: 件/千件
        direction: negative   # 推测：越低越好
      - id: 服务得分
        name: 服务得分
        range: [0, 100]
        normalise: {method: none}
      - id: 数据开放
        name: 数据开放
        categories: {A: 100, B: 67, C: 33}   # 分值为推测
        normalise: {method: none}
      - id: gdp
        name: GDP
        column: GDP（亿元）
        measure: 亿元

    ranking: {ties: dense, round: {decimals: 2}}
    "
  `);
});

describe('the data of every sample make a definition that is scored', () => {
  const constant = 'methods/missing/data/missing.csv'; // every column has one value: nothing to compare
  const files = readdirSync('samples', { recursive: true, encoding: 'utf8' })
    .map(name => name.replaceAll('\\', '/'))
    .filter(name => /data.*\.csv$/.test(name) && name !== constant);
  test.each(files)('%s', name => {
    const draft = drafted('data.csv', readFileSync(join('samples', name)));
    const errors = draft?.findings.filter(({ severity }) => severity === 'error');
    expect(errors?.map(({ code, message }) => `${code}: ${message.en}`)).toEqual([]);
    expect(draft?.scoring?.compiled.noTotals).toBeUndefined();
  });
});

test.each([
  ['empty.csv', ''],
  ['words.csv', 'a,b\nx,y\nx,y\n'],
  ['no-format.txt', cities],
  ['no-rows.csv', 'code,v\n'],
])('%s makes none', (name, text) => {
  expect(newDefinition(name, new TextEncoder().encode(text), 'en')).toBeUndefined();
});

test('whatever the cells and names are, the text of a draft is a definition that can be read', () => {
  const cell = fc.oneof(fc.string(), fc.constantFrom('1', '2.5', '缺', '是', '否', 'A', ': #', '- x', "'", '"'));
  const row = fc.array(cell, { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(fc.array(row, { minLength: 2, maxLength: 6 }), rows => {
      const quoted = rows.map(cells => cells.map(each => `"${each.replaceAll('"', '""')}"`).join(',')).join('\n');
      const draft = drafted('data.csv', new TextEncoder().encode(`code,${quoted}\n`));
      const syntax = draft?.findings.filter(({ code }) => ['syntax', 'unknown-key', 'value-type'].includes(code));
      expect(syntax ?? []).toEqual([]);
    }),
    { numRuns: 200 },
  );
});
