import type { Fix } from '../../base/finding.ts';
import { localText } from '../../base/locale.ts';
import type { Indicator } from '../../model/indicator.ts';
import { nameNode } from '../../model/siblings.ts';
import type { IndicatorSystem } from '../../model/system.ts';
import { insertEntry } from '../../syntax/edit.ts';
import { resolved } from '../../syntax/tree.ts';
import { type Coverage, imputationOf } from '../coverage.ts';
import type { DataContext, Rule } from '../rule.ts';
import { listIn, nameIn } from '../words.ts';

const definition = (defaults: string) =>
  `indicatorSystem: 1\nunits: {id: code}\ndata: [{path: demo.csv}]\ndefaults: {${defaults}}\nindicators:\n  - {id: online, name: 网办率}\n  - {id: reply, name: 答复率}\n`;
const files = { 'demo.csv': 'code,online,reply\na,97,90\nb,95,NA\nc,88,70\n' };

export const missingUndeclared: Rule = {
  code: 'missing-undeclared',
  severity: 'warning',
  level: 'data',
  title: localText('Values are missing, and nothing says how they count', '有缺失值，而未写明如何计分'),
  why: localText(
    'Left out and the other weights rescaled, or counted as zero, or filled: each gives another ranking, and a reader cannot know which was meant. Say `missing` or `impute` at the indicator, at its parent or in `defaults`.',
    '缺项不计而放大其余权重、按零分计、还是插补，排名各不相同，读者无从得知。请在指标、其上级或 `defaults` 中写明 `missing` 或 `impute`。',
  ),
  source: localText(
    'OECD/JRC Handbook (2008), step 3: imputation of missing data',
    'OECD/JRC《复合指标构建手册》（2008）第 3 步：缺失数据的填补',
  ),
  wrong: { definition: definition('normalise: none'), files },
  right: { definition: definition('normalise: none, missing: exclude'), files },
  *check(context) {
    const { system, coverage } = context;
    const found = coverage.filter(({ leaf, missing }) => missing.length > 0 && !hasPolicy(leaf, system));
    const [first] = found;
    if (first === undefined) return;
    const each = (locale: 'en' | 'zh-CN') => found.map(one => figures(one, locale));
    yield {
      at: first.leaf.own.column?.node ?? nameNode(first.leaf),
      message: localText(
        `values are missing and nothing says how they count (missing: exclude is used): ${listIn(each('en'), 'en')}`,
        `有缺失值而未写明如何计分（现按 missing: exclude）：${listIn(each('zh-CN'), 'zh-CN')}`,
      ),
      related: found.slice(1, 1 + mostRelated).map(one => ({
        at: one.leaf.own.column?.node ?? nameNode(one.leaf),
        message: localText(figures(one, 'en'), figures(one, 'zh-CN')),
      })),
      fixes: statePolicy(context),
    };
  },
};

const mostRelated = 100;

/** `网办率 3 of 64`. */
function figures({ leaf, missing, nApplicable }: Coverage, locale: 'en' | 'zh-CN'): string {
  const of = locale === 'en' ? `${missing.length} of ${nApplicable}` : `${missing.length}/${nApplicable}`;
  return `${nameIn(leaf, locale)} ${of}`;
}

/** A leaf's own word, its parent's, or the file's. */
function hasPolicy(leaf: Indicator, system: IndicatorSystem): boolean {
  const parent = leaf.parent?.own ?? system.aggregate;
  const written = [leaf.own, parent, system.defaults];
  const impute = imputationOf(leaf, system);
  return (
    written.some(({ missing, minShare, minCount }) => (missing ?? minShare ?? minCount) !== undefined) ||
    parent.impute !== undefined ||
    (impute !== undefined && impute !== 'none')
  );
}

/** States what is done already: no score changes. */
function statePolicy({ tree, system }: DataContext): readonly Fix[] {
  const entry = system.node?.entries.find(({ key }) => key.source === 'defaults');
  const defaults = resolved(entry?.value);
  const edits =
    defaults?.kind === 'map'
      ? insertEntry(tree, defaults, 'missing', 'exclude')
      : entry === undefined && system.node !== undefined
        ? insertEntry(tree, system.node, 'defaults', '{missing: exclude}')
        : [];
  return edits.length === 0
    ? []
    : [
        {
          title: localText('State missing: exclude in defaults', '在 defaults 中写明 missing: exclude'),
          edits,
          preferred: true,
        },
      ];
}
