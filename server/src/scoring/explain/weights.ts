/** How computed weights came about, in a line: the method, the shares, what stands beside them, or why there are none. */
import { type Locale, type LocalText, localText } from '../../base/locale.ts';
import type { WeightReason } from '../../engine/weight/method.ts';
import { type ComputedWeights, computedWeights, consistency, methodsOf } from '../computedWeights.ts';
import { nameText } from '../names.ts';
import { printNumber, printShare } from '../printNumber.ts';
import type { Scoring } from '../score.ts';

/** `undefined` where the weights of the node are written. */
export function weightsLine(scoring: Scoring, node: number, unit: number): LocalText | undefined {
  const { plan, indicatorOf } = scoring.compiled;
  const own = plan.nodes[node];
  if (own?.kind !== 'aggregate' || own.weighting === undefined) return undefined;
  const parent = indicatorOf[node];
  const found = computedWeights(scoring).find(each => each.parent === parent);
  if (found === undefined) return undefined;
  return weightsText(scoring, found, plan.weightSetOf?.[unit] ?? 0);
}

/** `set`: the position among the sets of weights, one for each group where they differ by group. */
export function weightsText(scoring: Scoring, found: ComputedWeights, set: number): LocalText {
  const methods = methodsOf(found.weighting);
  const shares = found.shares?.[set];
  if (shares === undefined) {
    const why = weightReasonText(found);
    return localText(`no weights by ${methods}: ${why.en}`, `${methods} 无法给出权重：${why['zh-CN']}`);
  }
  const group = scoring.compiled.weightGroups[set];
  const list = (locale: Locale) =>
    found.children.map(
      ({ id, own: { name } }, child) => `${nameText(name?.value, id)[locale]} ${printShare(shares[child]!)}`,
    );
  const written = (found.parent?.own ?? scoring.system.aggregate).weighting;
  const judged = written?.method.value === 'ahp' ? consistency(written, found.children) : undefined;
  const figures = Object.entries({ ...found.figures, ...(judged && { CR: judged.ratio }) }).map(
    ([name, value]) => `${name} = ${printNumber(value)}`,
  );
  const beside = figures.length === 0 ? '' : ` (${figures.join(', ')})`;
  const [en, zh] = group === undefined ? ['', ''] : [` for ${group}`, `（${group}）`];
  return localText(
    `weights by ${methods}${en}: ${list('en').join(', ')}${beside}`,
    `权重由 ${methods} 计算${zh}：${list('zh-CN').join('，')}${beside}`,
  );
}

/** Why there are no weights, naming the child at fault. */
export function weightReasonText({ reason, culprit }: Pick<ComputedWeights, 'reason' | 'culprit'>): LocalText {
  const { en, 'zh-CN': zh } = texts[(reason ?? 'no-information') as WeightReason];
  return culprit === undefined ? localText(en, zh) : localText(`${culprit.id}: ${en}`, `${culprit.id}：${zh}`);
}

const texts: Readonly<Record<WeightReason, LocalText>> = {
  'too-few-values': localText('there are fewer scores than the method needs', '得分数量少于方法所需'),
  constant: localText('all its scores are equal', '得分全部相等'),
  'non-positive': localText('the method cannot take its negative scores or mean', '方法不适用于负的得分或均值'),
  'no-information': localText('every weight comes to 0', '所有权重均为 0'),
  uncorrelated: localText('it has no correlation that the method could use', '没有可用的相关'),
  ambiguous: localText('two components explain as much', '前两个主成分解释力相同'),
  negative: localText('its weight would be negative', '权重将为负'),
  'not-connected': localText('the judgements do not connect all indicators', '两两判断未能联系所有指标'),
  'not-converged': localText('the search for weights did not converge', '求解未收敛'),
  overflow: localText('the arithmetic left the range of numbers', '计算超出数值范围'),
};
