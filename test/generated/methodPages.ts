/** The pages of the methods as Markdown, made from their records; the worked example is the one that is run as a test. */
import type { Locale } from '../../server/src/base/locale.ts';
import { aggregateMethods } from '../../server/src/engine/aggregate/index.ts';
import { imputeMethods } from '../../server/src/engine/impute/index.ts';
import type { MethodRecord } from '../../server/src/engine/method.ts';
import { normaliseMethods } from '../../server/src/engine/normalise/index.ts';
import { standardiseMethods } from '../../server/src/engine/standardise/index.ts';
import { transformMethods } from '../../server/src/engine/treat/index.ts';
import { weightMethods } from '../../server/src/engine/weight/index.ts';

type Example = Readonly<Record<string, unknown>>;

/** By step of a scoring, in its order. */
export const methodsByStep: readonly {
  readonly step: string;
  readonly title: Readonly<Record<Locale, string>>;
  readonly methods: readonly (MethodRecord & { readonly example: unknown })[];
}[] = [
  { step: 'impute', title: { en: 'Impute', 'zh-CN': '插补' }, methods: Object.values(imputeMethods) },
  { step: 'treat', title: { en: 'Treat outliers', 'zh-CN': '异常值处理' }, methods: Object.values(transformMethods) },
  { step: 'normalise', title: { en: 'Normalise', 'zh-CN': '无量纲化' }, methods: Object.values(normaliseMethods) },
  { step: 'weight', title: { en: 'Weight', 'zh-CN': '赋权' }, methods: Object.values(weightMethods) },
  { step: 'aggregate', title: { en: 'Aggregate', 'zh-CN': '合成' }, methods: Object.values(aggregateMethods) },
  {
    step: 'standardise',
    title: { en: 'Standardise', 'zh-CN': '再标准化' },
    methods: Object.values(standardiseMethods),
  },
];

const headings = {
  en: {
    formula: 'Formula',
    negative: 'For a negative indicator',
    parameters: 'Parameters',
    usual: 'default',
    needed: 'must be given',
    edges: 'Degenerate cases',
    reason: 'no score, reason',
    example: 'Worked example',
    source: 'Source',
  },
  'zh-CN': {
    formula: '公式',
    negative: '逆向指标',
    parameters: '参数',
    usual: '默认',
    needed: '必须给出',
    edges: '边界情形',
    reason: '没有得分，原因',
    example: '算例',
    source: '出处',
  },
};

export function methodPage(step: string, record: MethodRecord & { readonly example: unknown }, locale: Locale): string {
  const words = headings[locale];
  const negative = 'formulaNegative' in record ? String(record.formulaNegative) : record.formula;
  const parameters = record.parameters.map(({ id, meaning, default: usual }) => {
    const otherwise = usual === undefined ? words.needed : `${words.usual} \`${usual}\``;
    return `* \`${id}\` (${otherwise}): ${meaning[locale]}`;
  });
  const edges = record.edges.map(({ text, reason }) =>
    reason === undefined ? `* ${text[locale]}` : `* ${text[locale]} (${words.reason}: \`${reason}\`)`,
  );
  const paragraphs = [
    `# ${record.title[locale]} \`${step}: ${record.id}\``,
    record.meaning[locale],
    `## ${words.formula}`,
    `\`${record.formula}\``,
    ...(negative === record.formula ? [] : [`${words.negative}: \`${negative}\``]),
    ...(parameters.length === 0 ? [] : [`## ${words.parameters}`, parameters.join('\n')]),
    `## ${words.edges}`,
    edges.join('\n'),
    `## ${words.example}`,
    exampleTable(record.example as Example, locale),
    `## ${words.source}`,
    record.source,
  ];
  return `${paragraphs.join('\n\n')}\n`;
}

const exampleWords: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  values: { en: 'values', 'zh-CN': '取值' },
  scores: { en: 'scores', 'zh-CN': '得分' },
  weights: { en: 'weights', 'zh-CN': '权重' },
  score: { en: 'score', 'zh-CN': '合成得分' },
  power: { en: 'power', 'zh-CN': '指数' },
  compared: { en: 'compared with', 'zh-CN': '比较对象' },
  normalise: { en: 'written', 'zh-CN': '写法' },
  weighting: { en: 'written', 'zh-CN': '写法' },
  direction: { en: 'direction', 'zh-CN': '方向' },
  children: { en: 'scores of the children', 'zh-CN': '下级得分' },
  shares: { en: 'shares of weight', 'zh-CN': '权重占比' },
  filled: { en: 'filled', 'zh-CN': '插补后' },
  maxAge: { en: 'at most so old', 'zh-CN': '最多回溯期数' },
  table: { en: 'values of each unit', 'zh-CN': '各对象取值' },
  value: { en: 'value', 'zh-CN': '取值' },
  params: { en: 'parameters', 'zh-CN': '参数' },
  transformed: { en: 'transformed', 'zh-CN': '变换后' },
  before: { en: 'before', 'zh-CN': '之前' },
  after: { en: 'after', 'zh-CN': '之后' },
};

function exampleTable(example: Example, locale: Locale): string {
  const rows = Object.entries(example).map(([key, value]) => {
    const label = exampleWords[key]?.[locale];
    if (label === undefined) throw new Error(`no word for ${key} of an example`);
    return `| ${label} | ${shown(value)} |`;
  });
  return ['| | |', '|---|---|', ...rows].join('\n');
}

/** Numbers as they are, or with eight digits where they do not end. */
function shown(value: unknown): string {
  if (value === null || value === undefined) return '–';
  if (typeof value === 'number') return String(Number(value.toPrecision(8)));
  if (Array.isArray(value)) {
    return value.some(Array.isArray) ? value.map(each => `[${shown(each)}]`).join(' ') : value.map(shown).join(', ');
  }
  if (typeof value !== 'object') return String(value);
  const pairs = Object.entries(value).map(
    ([key, each]) => `${key}: ${Array.isArray(each) ? `[${shown(each)}]` : shown(each)}`,
  );
  return `{${pairs.join(', ')}}`;
}
