/** What siblings share out where weights are points (分值): their parent's points; level 1 the full mark less the bonuses. */
import { compare, type Decimal, decimalOf, subtract, sum } from '../base/decimal.ts';
import { type Siblings, weightNumbers, weightsOf } from '../model/siblings.ts';
import type { IndicatorSystem } from '../model/system.ts';

/** `group`: for whom, where points differ by group. `undefined` where the parent's points are not known, or negative. */
export function pointsToShare(system: IndicatorSystem, siblings: Siblings, group?: string): Decimal | undefined {
  const { parent } = siblings;
  if (parent === undefined) return baseMark(system, siblings, group);
  const points = weightsOf([parent], group)[0]?.weight?.value.value;
  return points === undefined || points.digits < 0n ? undefined : points;
}

/** The full mark less the caps of all bonuses; where none is stated the end of the scale, with or without them. */
function baseMark(system: IndicatorSystem, { members }: Siblings, group: string | undefined): Decimal {
  const inTree = system.top.flatMap(({ own }) => own.bonus?.cap?.value ?? []);
  const after = system.adjustments.flatMap(({ kind, cap }) => (kind?.value === 'bonus' ? (cap?.value ?? []) : []));
  const end = decimalOf(system.scale[1]);
  const base = subtract(system.fullMark?.value ?? end, sum([...inTree, ...after]));
  if (system.fullMark !== undefined) return base;
  const points = weightNumbers(members, group);
  return points !== undefined && compare(sum(points), base) === 0 ? base : end;
}
