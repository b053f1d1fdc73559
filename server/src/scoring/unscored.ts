/** Why a definition, as it stands, gives an indicator or the whole no score. Where one is not scored, none above it is. */
import { type LocalText, localText } from '../base/locale.ts';
import type { Indicator } from '../model/indicator.ts';
import type { WeightProblem } from './weights.ts';

export type UnscoredCode =
  | WeightProblem
  | 'no-method'
  | 'method-unknown'
  | 'method-parameter'
  | 'imputation-parameter'
  | 'reference-not-found'
  | 'method-direction'
  | 'not-frozen'
  | 'goalpost-order'
  | 'steps-unreadable'
  | 'column-not-found'
  | 'data-not-available'
  | 'group-not-found'
  | 'no-periods'
  | 'scale-order'
  | 'pipeline-step'
  | 'pipeline-end'
  | 'pipeline-lacks'
  | 'aggregate-unknown'
  | 'missing-policy'
  | 'not-applicable-policy'
  | 'no-children'
  | 'unpublished'
  | 'child'
  | 'bonus-not-on-top'
  | 'bonus-incomplete'
  | 'points-unknown'
  | 'points-by-group'
  | 'adjustment-incomplete'
  | 'rounding-unknown'
  | 'ranking-unknown'
  | 'tiers-unknown'
  | 'condition-unresolved'
  | 'not-honoured'; // the text says something that could not be read or is not supported yet

export interface Unscored {
  readonly code: UnscoredCode;
  /** `undefined`: the index itself, its total, ranks or tiers. */
  readonly indicator: Indicator | undefined;
  readonly message: LocalText;
}

export function unscored(
  code: Exclude<UnscoredCode, 'not-honoured'>,
  indicator: Indicator | undefined,
  detail = '',
): Unscored {
  const [en, zh] = texts[code];
  return { code, indicator, message: localText(en.replace('%', detail), zh.replace('%', detail)) };
}

/** `why` is the message of the finding that stands at the place. */
export function notHonoured(indicator: Indicator | undefined, why: LocalText): Unscored {
  return { code: 'not-honoured', indicator, message: why };
}

const texts: Readonly<Record<Exclude<UnscoredCode, 'not-honoured'>, readonly [en: string, zh: string]>> = {
  'weight-missing': ['some siblings have a weight and “%” has none', '同级指标有的有权重，“%”没有'],
  'weight-invalid': ['a weight is not a number, negative, or all are zero', '权重不是数字、为负，或全部为零'],
  'weight-group': ['“%” has no weight for a group that units are in', '“%”缺少某个分组的权重'],
  'weighting-needs-data': ['the weights are computed from data that are not there', '权重需由数据计算，但没有数据'],
  'weighting-parameter': [
    'the parameter “%” of the weighting is missing or not readable',
    '赋权方法的参数“%”缺失或无法读取',
  ],
  'weighting-judgements': [
    'the judgements do not make a matrix of the indicators below',
    '两两判断无法构成下级指标的判断矩阵',
  ],
  'weighting-unsupported': ['the weighting method “%” is not supported yet', '尚不支持赋权方法“%”'],
  'no-method': ['no normalise method is given', '没有指定无量纲化方法'],
  'method-unknown': ['the method “%” is not supported yet', '尚不支持方法“%”'],
  'method-parameter': [
    'the method’s parameter “%” is missing, not readable or not supported yet',
    '方法的参数“%”缺失、无法读取或尚不支持',
  ],
  'imputation-parameter': [
    'the parameter “%” of the imputation is missing, not readable or not for this',
    '插补方法的参数“%”缺失、无法读取或不适用于此处',
  ],
  'not-frozen': [
    'parameters: frozen keeps the numbers of the previous edition, and it has none for this indicator by the method %',
    'parameters: frozen 沿用上一版的参数，而上一版没有该指标按方法 % 得出的参数',
  ],
  'reference-not-found': ['the reference unit “%” is not in the data', '数据中没有基准对象“%”'],
  'method-direction': [
    'a negative direction needs a normalise method other than none',
    '逆向指标需要 none 以外的无量纲化方法',
  ],
  'goalpost-order': ['the lower goalpost is not below the upper one (%)', '下限不低于上限（%）'],
  'steps-unreadable': ['a step has no value, or no bound before the last', '阶梯缺少取值，或最后一级之前缺少界限'],
  'column-not-found': ['the data have no column “%”', '数据中没有列“%”'],
  'data-not-available': ['the data with column “%” are not available', '含有列“%”的数据不可用'],
  'group-not-found': ['there is no group system “%”', '没有分组“%”'],
  'no-periods': [
    'imputation by “%” needs the values of other periods, and the data hold one period',
    '“%”插补需要其他各期的数据，而数据只有一期',
  ],
  'scale-order': ['the scale does not begin below its end', '得分区间的起点不低于终点'],
  'pipeline-step': ['pipeline holds “%”, which is not a step or stands twice', 'pipeline 中的“%”不是步骤或重复出现'],
  'pipeline-end': ['the last step of pipeline must be normalise', 'pipeline 的最后一步须为 normalise'],
  'pipeline-lacks': ['indicators have the step “%”, and pipeline does not', '有指标需要“%”步骤，而 pipeline 中没有'],
  'aggregate-unknown': ['the aggregation “%” is not supported yet', '尚不支持合成方法“%”'],
  'missing-policy': [
    'a stand-in for missing values stands on leaves, not on aggregates',
    '缺失值的替代分只能写在末级指标上',
  ],
  'not-applicable-policy': ['“notApplicable: %” is not supported yet', '尚不支持“notApplicable: %”'],
  'no-children': ['it has no indicators', '没有下级指标'],
  unpublished: ['its indicators are not published', '下级指标未公布'],
  child: ['“%” below it is not scored', '其下的“%”没有得分'],
  'bonus-not-on-top': ['a bonus may stand at level 1 only', '加分项只能是一级指标'],
  'bonus-incomplete': [
    'the bonus “%” has no cap or a condition that cannot be read',
    '加分项“%”没有上限或条件无法读取',
  ],
  'points-unknown': [
    'the points of level 1 are not known, or the scale does not begin at 0',
    '一级指标的分值未知，或得分区间不从 0 开始',
  ],
  'points-by-group': ['the groups’ points differ in total', '各分组的分值合计不同'],
  'adjustment-incomplete': [
    'the adjustment “%” is incomplete or refers to something that is not there',
    '调整项“%”不完整或引用不存在',
  ],
  'rounding-unknown': [
    '“%” in ranking.round is not readable or not supported',
    'ranking.round 中的“%”无法读取或不支持',
  ],
  'ranking-unknown': ['“%” in ranking is not readable or not supported', 'ranking 中的“%”无法读取或不支持'],
  'tiers-unknown': [
    'the tiers mix bounds and quotas, are bounded on the wrong side, or are not readable',
    '档次混用分数线和名额、界限方向不对，或无法读取',
  ],
  'condition-unresolved': ['a condition refers to “%”, which is not there', '条件引用了不存在的“%”'],
};
