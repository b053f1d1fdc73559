import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openFile } from '../../../server/src/cli/openDefinition.ts';
import { resolvedDefinition } from '../../../server/src/features/resolved.ts';
import { reportOf } from '../../../server/src/scoring/report/report.ts';
import { Workspace } from '../../../server/src/workspace/workspace.ts';
import { demo, demoFiles } from '../../support/demo.ts';
import { inMemory } from '../../support/memory.ts';
import { inMemoryOpened } from '../../support/opened.ts';

const samples = resolve(import.meta.dirname, '../../../samples');
const workbook = 'methods/workbook/workbook.indicators.yaml';
const definitions = readdirSync(samples, { recursive: true, encoding: 'utf8' })
  .map(name => name.replaceAll('\\', '/'))
  .filter(name => name.endsWith('.indicators.yaml') && name !== workbook)
  .sort();

/** Everything that comes out, and the errors. Weights that were implied are then said to be equal. */
function outcome(workspace: Workspace, file: string) {
  const { units, tiers, publications, indicators, unscored } = reportOf(workspace.scoring(file)!, {
    locale: 'en',
    findings: [],
  });
  const errors = workspace.findings(file).filter(({ severity }) => severity === 'error');
  const sources = indicators.map(each => (each.weightSource === 'implied' ? { ...each, weightSource: 'equal' } : each));
  const messages = errors.map(({ code, message }) => `${code} ${message.en}`);
  return { units, tiers, publications, indicators: sources, unscored, errors: messages };
}

/** Puts the resolved text in the place of the definition; it must come out the same, and be its own resolution. */
function expectTheSame(workspace: Workspace, file: string) {
  const before = outcome(workspace, file);
  const text = resolvedDefinition(workspace, file, 'en')!;
  workspace.openDefinition(file, text);
  expect(workspace.system(file).node?.entries.map(({ key }) => key.value)).not.toContain('defaults');
  expect(outcome(workspace, file)).toEqual(before);
  expect(resolvedDefinition(workspace, file, 'en')).toBe(text);
}

describe('scores the same, with no other error, without anything to inherit from', () => {
  test.each(definitions)('%s', name => {
    const workspace = new Workspace();
    const file = openFile(workspace, join(samples, name), { withData: true, allowOutside: false });
    expectTheSame(workspace, file);
  });

  test(workbook, async () => {
    const folder = join(samples, 'methods/workbook');
    const { workspace, file } = await inMemoryOpened({
      'workbook.indicators.yaml': readFileSync(join(samples, workbook), 'utf8'),
      'data/2024.xlsx': readFileSync(join(folder, 'data/2024.xlsx')),
    });
    expectTheSame(workspace, file);
  });
});

const normalise = 'normalise: min-max';

describe('whatever is inherited', () => {
  test.each([
    `{${normalise}, direction: negative}`,
    `{${normalise}, impute: {method: mean, by: kind}}`,
    `{${normalise}, impute: {method: median}, missing: zero}`,
    `{${normalise}, treat: {winsorise: {max: 1, skew: 0.1, kurtosis: 0.1}, then: log}}`,
    `{${normalise}, treat: {winsorise: {force: true}}, missing: fail}`,
    `{${normalise}, treat: {then: log}}`,
    `{${normalise}, missing: {value: 50}}`,
    `{${normalise}, missing: exclude, minShare: 0.8}`,
    `{${normalise}, minCount: 2, aggregate: geometric}`,
    `{${normalise}, aggregate: {power: 2}, notApplicable: full}`,
    '{normalise: {method: z-score, mean: 50, sd: 10, over: {kind: 省级}}}',
    '{normalise: {method: percentile-rank, ties: average}}',
  ])('%s', defaults => {
    const bare = demo.replace('normalise: {method: min-max}, ', '').replace(/weight: [67]0, |weight: 30, /g, '');
    const { workspace, file } = inMemory({ ...demoFiles, 'demo.indicators.yaml': `${bare}defaults: ${defaults}\n` });
    expect(workspace.scoring(file)?.compiled.noTotals).toBeUndefined();
    expectTheSame(workspace, file);
  });

  test('anchors, texts that look like numbers, an aggregate’s own word, the index’s own word', () => {
    const { workspace, file } = inMemory({
      'demo.csv': 'code,1,b,c\nx,1,2,3\ny,2,,1\nz,5,1,\n',
      'demo.indicators.yaml': `indicatorSystem: 1
id: demo
title: "12"
missing: zero
units: {id: code}
data: [{path: demo.csv}]
indicators:
  - {id: a, missing: {value: 20}, indicators: [{id: "1", normalise: &m {method: min-max}}, {id: b, normalise: *m}]}
  - {id: c, normalise: *m}
`,
    });
    expect(workspace.scoring(file)?.compiled.noTotals).toBeUndefined();
    expectTheSame(workspace, file);
  });
});

test('reads as a definition, with weights and places as comments', () => {
  const { workspace, file } = inMemory(demoFiles);
  expect(resolvedDefinition(workspace, file, 'en')).toMatchInlineSnapshot(`
    "# Everything inherited and every default is written out. Read-only; paths are from the folder of the definition.
    indicatorSystem: 1
    id: demo
    title: {zh-CN: 示例, en: Demo}
    weights: percent
    scale: [0, 100]
    aggregate: arithmetic
    missing: exclude
    notApplicable: rescale

    levels:
      - {name: {zh-CN: 一级指标, en: Pillar}, count: 2}
      - {name: 二级指标, count: 2}

    units:
      id: code
      name: name
      groups: {kind: {column: kind, values: [省级, 重点城市]}}

    data:
      - {id: main, path: demo.csv, missing: ['', NA, N/A, '-', —, 缺]}

    indicators:
      - id: service   # share 60 %, effective weight 60 %
        name: {zh-CN: 服务, en: Service}
        weight: 60
        aggregate: arithmetic
        missing: exclude
        notApplicable: rescale
        indicators:
          - id: online   # share 70 %, effective weight 42 %
            name: 网办率
            weight: 70
            normalise: {method: min-max, range: [0, 100], truncate: false, over: all}
            measure: '%'
            source: s
            column: online   # demo.csv
            from: main
            direction: positive
            impute: none
            treat: none
            # missing: exclude   (as the aggregate above says)
          - id: bad-rate   # share 30 %, effective weight 18 %
            name: 差评率
            weight: 30
            normalise: {method: goalposts, lower: 0, upper: 20, truncate: true, range: [0, 100]}
            direction: negative
            source: s
            column: bad-rate   # demo.csv
            from: main
            impute: none
            treat: none
            # missing: exclude   (as the aggregate above says)
      - id: openness   # share 40 %, effective weight 40 %
        name: 公开
        weight: 40
        column: open   # demo.csv
        categories: {是: 100, 否: 0}
        source: s
        from: main
        direction: positive
        impute: none
        treat: none
        normalise: {method: none}
        # missing: exclude   (as the aggregate above says)

    tiers:
      - {name: 优秀级, atLeast: 58}
      - {name: 良好级}

    ranking:
      ties: dense
      round: {decimals: 2}
      within: [kind]
      best: highest

    publications:
      - {id: best, title: 优秀名单, where: {tier: 优秀级}}

    expect:
      - {count: {tier: 优秀级}, is: 2}
      - {rank: {unit: 甲省}, is: 1}
    "
  `);
});

test('in Chinese; without data; where nothing says how; with broken YAML; not a definition', () => {
  const of = (text: string) => {
    const { workspace, file } = inMemory({ 'demo.indicators.yaml': text });
    return resolvedDefinition(workspace, file, 'zh-CN');
  };
  expect(of(demo)).toContain('- id: service   # 权重占比 60%，综合权重 60%\n');
  expect(of(demo.replace('normalise: {method: min-max}, ', ''))).toContain('# normalise：既未写明');
  expect(of(`${demo}tiers: [`)).toContain('# 定义的 YAML 有错误');
  expect(of('a: 1')).toBeUndefined();
});
