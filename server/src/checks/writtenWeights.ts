/**
 * What the rules on weights share: the siblings whose written weights count, the bounds of one weight, and where one
 * is put in. Knows nothing of sums.
 */
import { compare, type Decimal, decimalOf, sum } from '../base/decimal.ts';
import type { TextEdit } from '../base/text.ts';
import type { WeightSystem } from '../model/header.ts';
import type { Indicator } from '../model/indicator.ts';
import { type Siblings, siblingsOf, weightNumbers } from '../model/siblings.ts';
import type { IndicatorSystem } from '../model/system.ts';
import type { StructureProblem } from '../schema/structure.ts';
import { combinesWithWritten } from '../scoring/weighting.ts';
import { entryOf, type MapNode, type Tree } from '../syntax/tree.ts';
import { writeEntry } from './edits.ts';

/** Sets of siblings whose written weights count, each once, also where an alias repeats them. */
export function writtenSiblings(system: IndicatorSystem): readonly Siblings[] {
  return writtenAmong(siblingsOf(system));
}

export function writtenAmong(sets: readonly Siblings[]): readonly Siblings[] {
  const written = sets.filter(
    ({ members, weighting }) => members.length > 0 && (weighting === undefined || combinesWithWritten(weighting)),
  );
  if (written.length < 2) return written;
  const seen = new Set<MapNode>();
  return written.filter(({ members }) => {
    const { node } = members[0]!.own;
    return !seen.has(node) && seen.add(node);
  });
}

/** What siblings sum to: 100, 1, or nothing fixed. */
export const wholes: Readonly<Record<WeightSystem, Decimal | undefined>> = {
  percent: decimalOf(100),
  fraction: decimalOf(1),
  points: undefined,
  relative: undefined,
};

/** Whether a weight is negative or more than the whole. */
export function isOutside(weight: Decimal, weights: WeightSystem): boolean {
  const whole = wholes[weights];
  return weight.digits < 0n || (whole !== undefined && compare(weight, whole) > 0);
}

/** Whether fractions are written as percentages: one mistake of all siblings, not one of each. */
export function arePercentages(members: readonly Indicator[], { weights }: IndicatorSystem): boolean {
  const numbers = weights === 'fraction' ? weightNumbers(members, undefined) : undefined;
  return numbers !== undefined && numbers.length > 1 && compare(sum(numbers), decimalOf(100)) === 0;
}

/** Whether an indicator’s weight stands under a misspelt key: that is said there, and nothing is said of a lacking weight. */
export function misspeltWeights(structure: readonly StructureProblem[]): (indicator: Indicator) => boolean {
  const misspelt = structure.flatMap(({ edit }) =>
    edit?.kind === 'rename-key' && edit.newKey === 'weight' ? [edit.entry] : [],
  );
  if (misspelt.length === 0) return () => false;
  const entries = new Set(misspelt);
  return ({ own }) => own.node.entries.some(entry => entries.has(entry));
}

/** Writes a weight where there is none: after the name, else after the id. */
export function insertWeight(tree: Tree, { own }: Indicator, source: string): readonly TextEdit[] {
  const after = ['name', 'id'].find(key => entryOf(own.node, key) !== undefined);
  return writeEntry(tree, own.node, 'weight', source, after === undefined ? {} : { after });
}
