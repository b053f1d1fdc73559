/** Weights of the whole framework said in another way: percent, fractions of 1, points. Only where nothing is rounded. */
import { compare, type Decimal, decimalOf, divide, multiply, printDecimal, sum } from '../../base/decimal.ts';
import { localText } from '../../base/locale.ts';
import type { TextEdit } from '../../base/text.ts';
import { isAnchored, writeEntry } from '../../checks/edits.ts';
import { pointsToShare } from '../../checks/points.ts';
import { wholes } from '../../checks/writtenWeights.ts';
import type { WeightSystem } from '../../model/header.ts';
import type { Indicator } from '../../model/indicator.ts';
import { type Siblings, siblingsOf, weightNumbers, weightsOf } from '../../model/siblings.ts';
import type { IndicatorSystem } from '../../model/system.ts';
import { entryOf } from '../../syntax/tree.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { type Refactor, type Refactoring, touches } from './refactoring.ts';

type Said = Exclude<WeightSystem, 'relative'>;

export const convertWeights: Refactor = (workspace, file, selection) => {
  const tree = workspace.tree(file);
  // What is hidden by an error, such as how the weights are said, would be written a second time.
  if (tree.errors.length > 0) return [];
  const system = workspace.system(file);
  const entry = entryOf(system.node, 'weights') ?? system.indicatorsEntry;
  if (entry === undefined || !touches(tree, entry.key, selection)) {
    const value = entry?.value;
    const isAtValue = value?.kind === 'scalar' && touches(tree, value, selection);
    if (!isAtValue) return [];
  }
  const targets: readonly Said[] = ['percent', 'fraction', 'points'];
  return targets.flatMap(target => (target === system.weights ? [] : converted(workspace, file, target)));
};

function converted(workspace: Workspace, file: string, target: Said): readonly Refactoring[] {
  const tree = workspace.tree(file);
  const system = workspace.system(file);
  const points = new Map<Indicator | undefined, Decimal>();
  const edits: TextEdit[] = [];
  for (const siblings of siblingsOf(system)) {
    const { members, parent } = siblings;
    if (members.every(({ own }) => own.weight === undefined)) continue;
    const weights = weightsOf(members, undefined);
    const numbers = weightNumbers(members, undefined);
    const from = wholeOf(system, siblings);
    const to = wholeFor(system, target, points.get(parent), parent);
    if (numbers === undefined || from === undefined || to === undefined) return [];
    // Where the sum is wrong nobody can say what is meant.
    if (system.weights !== 'relative' && compare(sum(numbers), from) !== 0) return [];
    for (const [index, { weight, indicator }] of weights.entries()) {
      const value = exactly(multiply(numbers[index]!, to), from);
      if (value === undefined || isAnchored(weight!.node) || isAnchored(indicator.own.node)) return [];
      points.set(indicator, value);
      edits.push({ range: tree.rangeOf(weight!.node), newText: printDecimal(value) });
    }
  }
  if (edits.length === 0 || system.node === undefined) return [];
  const declared = writeEntry(tree, system.node, 'weights', target, { after: 'title' });
  const title = localText(`Convert the weights to ${target}`, `将权重换算为 ${target}`);
  return [{ title, kind: 'rewrite', edits: [...declared, ...edits] }];
}

/** What the weights of the siblings sum to now. */
function wholeOf(system: IndicatorSystem, siblings: Siblings): Decimal | undefined {
  const fixed = wholes[system.weights];
  if (fixed !== undefined) return fixed;
  if (system.weights === 'points') {
    const end = decimalOf(system.scale[1]);
    const total = pointsToShare(system, siblings);
    // The index is the sum of the points: with another total its scale would change.
    return siblings.parent === undefined && total !== undefined && compare(total, end) !== 0 ? undefined : total;
  }
  const numbers = weightNumbers(siblings.members, undefined);
  const total = numbers && sum(numbers);
  return total !== undefined && total.digits > 0n ? total : undefined;
}

/** What they will sum to: with points the parent's points, at level 1 the end of the scale. */
function wholeFor(
  system: IndicatorSystem,
  target: Said,
  parentPoints: Decimal | undefined,
  parent: Indicator | undefined,
): Decimal | undefined {
  if (target !== 'points') return wholes[target];
  return parent === undefined ? decimalOf(system.scale[1]) : parentPoints;
}

/** The quotient where it is a decimal of at most eight places. */
function exactly(dividend: Decimal, divisor: Decimal): Decimal | undefined {
  if (divisor.digits === 0n) return undefined;
  const quotient = divide(dividend, divisor, 8);
  return compare(multiply(quotient, divisor), dividend) === 0 ? quotient : undefined;
}
