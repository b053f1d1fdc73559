import { localText } from '../../base/locale.ts';
import { isFillable } from '../../engine/imputeColumn.ts';
import { nameNode } from '../../model/siblings.ts';
import type { Rule } from '../rule.ts';
import { listIn, nameIn } from '../words.ts';

const definition =
  'indicatorSystem: 1\nunits: {id: code, groups: {kind: {column: kind}}}\ndata: [{path: demo.csv}]\nindicators:\n  - {id: a, name: A, normalise: min-max, impute: {method: mean, by: kind}}\n';

export const imputationLeft: Rule = {
  code: 'imputation-left',
  severity: 'warning',
  level: 'data',
  title: localText('Values that imputation could not fill', '未能插补的缺失值'),
  why: localText(
    'The group has no values, the unit is in no group or in several, or there is nothing else to draw on: the value stays missing.',
    '所在分组没有任何值、对象不属于任何组或属于多个组，或没有其他可依据的值：仍为缺失。',
  ),
  wrong: { definition, files: { 'demo.csv': 'code,kind,a\nx,K,1\ny,K,3\nz,M,\n' } },
  right: { definition, files: { 'demo.csv': 'code,kind,a\nx,K,1\ny,K,3\nz,K,\n' } },
  *check({ scoring, data }) {
    const imputed = scoring?.scores.steps.find(({ step }) => step === 'impute')?.columns ?? [];
    for (const [node, column] of imputed.entries()) {
      const indicator = scoring!.compiled.indicatorOf[node];
      if (column === undefined || indicator === undefined) continue;
      const left = data.units.filter(({ index }) => isFillable(column.states[index]!)).map(({ name }) => name);
      if (left.length === 0) continue;
      yield {
        at: indicator.own.impute?.method.node ?? nameNode(indicator),
        message: localText(
          `${nameIn(indicator, 'en')} stays missing for ${listIn(left, 'en')}: nothing to impute from`,
          `“${nameIn(indicator, 'zh-CN')}”仍缺失，没有可供插补的值：${listIn(left, 'zh-CN')}`,
        ),
      };
    }
  },
};
