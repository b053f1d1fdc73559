import { localText } from '../../base/locale.ts';
import type { Indicator } from '../../model/indicator.ts';
import type { Method } from '../../model/method.ts';
import type { IndicatorSystem, Selection } from '../../model/system.ts';
import type { Rule } from '../rule.ts';
import { type Spread, spreadOf } from '../spread.ts';
import { nameIn, numberText, parentIn } from '../words.ts';

const definition = (normalise: string) =>
  `indicatorSystem: 1\nindicators:\n  - id: service\n    name: 服务\n    standardise: normal-cdf\n    indicators:\n      - {id: online, name: 网办率, normalise: ${normalise}}\n      - {id: reply, name: 答复率, normalise: ${normalise}}\n`;

export const normalCdfInput: Rule = {
  code: 'normal-cdf-input',
  severity: 'warning',
  level: 'text',
  title: localText('normal-cdf of scores that are no z-scores', '对并非标准分的得分使用 normal-cdf'),
  why: localText(
    'The normal distribution’s share below a value means something for z-scores around 0. Of scores of 0–100 nearly all come out as 100, and the units are no longer told apart.',
    '正态分布在某值以下的占比，只对以 0 为中心的标准分有意义。若输入 0–100 的得分，几乎全部变为 100，评估对象无从区分。',
  ),
  source: localText(
    'COINr, normalisation of aggregates; United Nations composites',
    'COINr 上级指标再标准化；联合国综合指数',
  ),
  wrong: { definition: definition('min-max') },
  right: { definition: definition('z-score') },
  *check({ system }) {
    const aggregates = system.framework.having(withNormalCdf);
    for (const indicator of aggregates)
      yield* offCentre(indicator.own.standardise, indicator, indicator.children, system);
    yield* offCentre(system.aggregate.standardise, undefined, system.top, system);
  },
};

function* offCentre(
  standardise: Method | undefined,
  parent: Indicator | undefined,
  children: readonly Indicator[] | undefined,
  system: IndicatorSystem,
) {
  if (standardise?.method.value !== 'normal-cdf') return;
  for (const child of children ?? []) {
    const spread = spreadOf(child, system);
    if (spread === undefined || isAroundZero(spread)) continue;
    const range = 'ranks' in spread ? spread.ranks : `${numberText(spread.from)}–${numberText(spread.to)}`;
    yield {
      at: standardise.method.node,
      message: localText(
        `normal-cdf of ${parentIn(parent, 'en')} needs z-scores around 0, but ${nameIn(child, 'en')} is scored ${range}`,
        `${parentIn(parent, 'zh-CN')}的 normal-cdf 需要以 0 为中心的标准分，而“${nameIn(child, 'zh-CN')}”的得分为 ${range}`,
      ),
    };
    return;
  }
}

function isAroundZero(spread: Spread): boolean {
  return !('ranks' in spread) && Math.abs(spread.from + spread.to) / 2 < (spread.to - spread.from) / 4;
}

const withNormalCdf: Selection = ({ standardise }) => standardise?.method.value === 'normal-cdf';
