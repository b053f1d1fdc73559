// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the protocol writes what is to be filled in so
/**
 * Pieces of a definition to fill in: the whole, an aggregate, a leaf of each kind, what stands at the top level. Each is
 * sound as it stands. Knows neither where the cursor is nor how far a piece is indented.
 */
import { type Locale, type LocalText, localText } from '../base/locale.ts';

export interface Snippet {
  readonly name: string;
  readonly about: LocalText;
  /** Where it may stand: alone in a file, at the top level, as an item of `indicators` (without its dash). */
  readonly place: 'file' | 'top' | 'indicator';
  /** Placeholders as the protocol writes them, `${1:default}` and `${1|one,other|}`. */
  readonly lines: readonly string[];
}

const ofIndicator = ['id: ${1:indicator}', 'name: ${2:Indicator}', 'weight: ${3:50}'];

/** Three leaves, with placeholders from this number on. */
const threeFrom = (first: number) => [
  `- {id: \${${first}:first}, name: \${${first + 1}:First}, weight: \${${first + 2}:40}}`,
  `- {id: \${${first + 3}:second}, name: \${${first + 4}:Second}, weight: \${${first + 5}:30}}`,
  `- {id: \${${first + 6}:third}, name: \${${first + 7}:Third}, weight: \${${first + 8}:30}}`,
];

export const snippets: readonly Snippet[] = [
  {
    name: 'system',
    about: localText('a whole definition', '完整的定义'),
    place: 'file',
    lines: [
      'indicatorSystem: 1',
      'id: ${1:demo}',
      'title: ${2:Title}',
      'edition: ${3:2024}',
      'levels: [{name: ${4:Dimension}, count: 1}, {name: ${5:Indicator}, count: 3}]',
      'weights: ${6|percent,fraction,points,relative|}',
      'units: {id: ${7:code}, name: ${8:name}}',
      'data: [{path: ${9:data.csv}}]',
      'defaults: {normalise: {method: min-max}, missing: exclude}',
      'indicators:',
      '  - id: ${10:dimension}',
      '    name: ${11:Dimension}',
      '    weight: 100',
      '    indicators:',
      ...threeFrom(12).map(line => `      ${line}`),
      'ranking: {ties: competition, round: {decimals: 2}}',
    ],
  },
  {
    name: 'aggregate',
    about: localText('an indicator made of others', '由下级指标汇总的指标'),
    place: 'indicator',
    lines: [
      'id: ${1:dimension}',
      'name: ${2:Dimension}',
      'weight: ${3:50}',
      'indicators:',
      ...threeFrom(4).map(line => `  ${line}`),
    ],
  },
  {
    name: 'leaf-min-max',
    about: localText('an indicator from the worst to the best value', '极差法指标'),
    place: 'indicator',
    lines: [...ofIndicator, "measure: ${4:'%'}", 'direction: ${5|positive,negative|}', 'normalise: {method: min-max}'],
  },
  {
    name: 'leaf-goalposts',
    about: localText('an indicator between two fixed values', '阈值法指标'),
    place: 'indicator',
    lines: [
      ...ofIndicator,
      "measure: ${4:'%'}",
      'direction: ${5|positive,negative|}',
      'normalise: {method: goalposts, lower: ${6:0}, upper: ${7:100}}',
    ],
  },
  {
    name: 'leaf-score',
    about: localText('an indicator whose values are scores', '取值即得分的指标'),
    place: 'indicator',
    lines: [...ofIndicator, 'source: ${4:source}', 'normalise: {method: none}'],
  },
  {
    name: 'leaf-categories',
    about: localText('an indicator of grades', '等级指标'),
    place: 'indicator',
    lines: [...ofIndicator, 'categories: {${4:A}: ${5:100}, ${6:B}: ${7:80}, ${8:C}: ${9:50}}'],
  },
  {
    name: 'leaf-steps',
    about: localText('a ladder of values', '分段计分指标'),
    place: 'indicator',
    lines: [
      ...ofIndicator,
      'steps: [{atLeast: ${4:95}, value: ${5:100}}, {atLeast: ${6:80}, value: ${7:60}}, {value: ${8:0}}]',
    ],
  },
  {
    name: 'leaf-checklist',
    about: localText('points for columns that are true', '清单计分指标'),
    place: 'indicator',
    lines: [...ofIndicator, 'checklist: {${4:column_a}: ${5:30}, ${6:column_b}: ${7:70}}'],
  },
  {
    name: 'leaf-denominator',
    about: localText('an indicator divided by another column', '人均指标'),
    place: 'indicator',
    lines: [...ofIndicator, 'denominator: ${4:population}', 'factor: ${5:10000}', 'normalise: {method: min-max}'],
  },
  {
    name: 'bonus',
    about: localText('a level-1 indicator that adds points', '加分指标'),
    place: 'indicator',
    lines: ['id: ${1:cases}', 'name: ${2:Good cases}', 'bonus: {cap: ${3:10}}', 'normalise: {method: none}'],
  },
  {
    name: 'tiers',
    about: localText('a ladder of tiers', '档次'),
    place: 'top',
    lines: [
      'tiers:',
      '  - {name: ${1:Excellent}, atLeast: ${2:85}}',
      '  - {name: ${3:Good}, atLeast: ${4:75}}',
      '  - {name: ${5:Developing}, atLeast: ${6:60}}',
      '  - {name: ${7:Preparing}}',
    ],
  },
  {
    name: 'adjustments',
    about: localText('a bonus, a deduction and a veto', '加分、扣分与一票否决'),
    place: 'top',
    lines: [
      'adjustments:',
      '  - {id: ${1:innovation}, kind: bonus, column: ${2:cases}, points: ${3:2}, cap: ${4:10}}',
      '  - {id: ${5:leak}, kind: deduction, column: ${6:incidents}, points: ${7:3}, floor: 0}',
      '  - {id: ${8:offline}, kind: veto, column: ${9:offline}, equals: ${10:yes}, then: {score: ${11:59}}}',
    ],
  },
  {
    name: 'publications',
    about: localText('lists and tables for readers', '公布的名单与表格'),
    place: 'top',
    lines: [
      'publications:',
      '  - {id: ${1:top10}, title: ${2:Top 10}, top: ${3:10}, ranked: true}',
      '  - {id: ${4:tiers}, title: ${5:Tiers}, table: tiers}',
    ],
  },
];

/** With the defaults in the reader's language. */
export function spoken({ lines }: Snippet, locale: Locale): readonly string[] {
  if (locale === 'en') return lines;
  return lines.map(line =>
    line.replace(/(\$\{\d+:)([^}]*)\}/g, (_, start, word) => `${start}${inChinese[word] ?? word}}`),
  );
}

/** For editors that do not fill in: the defaults, and the first of choices. */
export function withDefaults(line: string): string {
  return line.replace(/\$\{\d+(?::([^}]*)|\|([^,|]*)[^}]*\|)\}/g, (_, word, choice) => word ?? choice);
}

const inChinese: Readonly<Record<string, string>> = {
  Title: '标题',
  Dimension: '一级指标',
  Indicator: '指标',
  First: '第一项',
  Second: '第二项',
  Third: '第三项',
  source: '来源',
  A: '优',
  B: '良',
  C: '中',
  'Good cases': '典型案例',
  Excellent: '优秀级',
  Good: '良好级',
  Developing: '发展级',
  Preparing: '准备级',
  'Top 10': '前十名',
  Tiers: '档次',
  yes: '是',
};
