/** Computed weights written into the file, so that they stay when the data change. */
import { type Decimal, decimalOf, printDecimal } from '../base/decimal.ts';
import { type LocalText, localText } from '../base/locale.ts';
import type { TextEdit } from '../base/text.ts';
import type { Indicator } from '../model/indicator.ts';
import { type Siblings, siblingsOf } from '../model/siblings.ts';
import type { IndicatorSystem } from '../model/system.ts';
import { computedShares } from '../scoring/computedWeights.ts';
import type { Scoring } from '../scoring/score.ts';
import { effectiveWeights } from '../scoring/weights.ts';
import { removeEntry, replaceValue } from '../syntax/edit.ts';
import type { Tree } from '../syntax/tree.ts';
import { isAnchored } from './edits.ts';
import { pointsToShare } from './points.ts';
import { apportion } from './weightSum.ts';
import { insertWeight, wholes } from './writtenWeights.ts';

export interface FrozenWeights {
  readonly title: LocalText;
  readonly edits: readonly TextEdit[];
}

/** Decimals of a percentage; a fraction has two more. */
const places = 6;

/**
 * Edits that replace the `weighting` of a parent (`undefined`: level 1) by weights that sum exactly to the whole. `scoring`
 * is needed where data decide. Nothing where there are no weights, where they differ by group, or where an alias repeats
 * the place.
 */
export function frozenWeights(
  tree: Tree,
  system: IndicatorSystem,
  scoring: Scoring | undefined,
  parent: Indicator | undefined,
): FrozenWeights | undefined {
  const siblings = siblingsOf(system).find(each => each.parent === parent);
  const weights = siblings && wholeWeights(system, scoring, siblings);
  const holder = parent === undefined ? system.node : parent.own.node;
  if (siblings?.weighting === undefined || weights === undefined || holder === undefined) return undefined;
  const removal = removeEntry(tree, holder, siblings.weighting.entry);
  const written = siblings.members.map((member, child) => writeWeight(tree, member, printDecimal(weights[child]!)));
  if (removal.length === 0 || written.some(edits => edits.length === 0)) return undefined;
  const method = siblings.weighting.method.value;
  return {
    title: localText(`Write the computed weights (${method}) into the file`, `将计算所得权重（${method}）写入文件`),
    edits: [...removal, ...written.flat()],
  };
}

function wholeWeights(
  system: IndicatorSystem,
  scoring: Scoring | undefined,
  siblings: Siblings,
): readonly Decimal[] | undefined {
  const { members } = siblings;
  const known = effectiveWeights(system, undefined, scoring && computedShares(scoring));
  const shares = members.map(({ id }) => known.get(id)?.share);
  const whole =
    system.weights === 'points' ? pointsToShare(system, siblings) : (wholes[system.weights] ?? decimalOf(1));
  if (whole === undefined || !shares.every(share => share !== undefined)) return undefined;
  const isOfOne = system.weights === 'fraction' || system.weights === 'relative';
  return apportion(shares.map(decimalOf), whole, isOfOne ? places + 2 : places);
}

function writeWeight(tree: Tree, member: Indicator, source: string): readonly TextEdit[] {
  const { node, weight } = member.own;
  if (isAnchored(node)) return [];
  if (weight === undefined) return insertWeight(tree, member, source);
  return weight.kind === 'single' && !isAnchored(weight.weight.node) ? replaceValue(tree, weight.entry, source) : [];
}
