/** Weights of siblings brought to their sum from the weight under the cursor, or spread equally. */
import { add, compare, type Decimal, decimalOf, printDecimal, subtract, sum, zero } from '../../base/decimal.ts';
import { type LocalText, localText } from '../../base/locale.ts';
import { isAnchored } from '../../checks/edits.ts';
import { pointsToShare } from '../../checks/points.ts';
import { apportion } from '../../checks/weightSum.ts';
import { nameIn } from '../../checks/words.ts';
import { wholes } from '../../checks/writtenWeights.ts';
import { weightNumbers, weightsOf } from '../../model/siblings.ts';
import { combinesWithWritten } from '../../scoring/weighting.ts';
import { type Refactor, type Refactoring, siblingsSelected } from './refactoring.ts';

export const balanceWeights: Refactor = (workspace, file, selection) => {
  const tree = workspace.tree(file);
  const system = workspace.system(file);
  const { siblings, member } = siblingsSelected(workspace, file, selection) ?? {};
  if (siblings === undefined || member === undefined) return [];
  if (siblings.weighting !== undefined && !combinesWithWritten(siblings.weighting)) return [];
  const weights = weightsOf(siblings.members, undefined);
  const numbers = weightNumbers(siblings.members, undefined);
  const total = system.weights === 'points' ? pointsToShare(system, siblings) : wholes[system.weights];
  if (numbers === undefined || total === undefined || weights.length < 2) return [];
  // Points of an aggregate are shared out below it, and an anchor repeats what is written: those stay.
  const isFree = weights.map(({ weight, indicator }) => {
    const isSharedOut = system.weights === 'points' && indicator.children?.some(({ own }) => own.weight !== undefined);
    return isSharedOut !== true && !isAnchored(weight!.node) && !isAnchored(indicator.own.node);
  });
  const rewriting = (title: LocalText, values: readonly Decimal[]): readonly Refactoring[] => {
    const changed = values.flatMap((value, index) => (compare(value, numbers[index]!) === 0 ? [] : [index]));
    if (changed.length === 0 || changed.some(index => !isFree[index]) || values.some(isNegative)) return [];
    const edits = changed.map(index => ({
      range: tree.rangeOf(weights[index]!.weight!.node),
      newText: printDecimal(values[index]!),
    }));
    return [{ title, kind: 'rewrite', edits }];
  };

  const own = siblings.members.indexOf(member);
  const rest = subtract(total, sum(numbers));
  const goal = printDecimal(total);
  const corrected = add(numbers[own]!, rest);
  const others = numbers.toSpliced(own, 1);
  const kept = printDecimal(numbers[own]!);
  const scaled = isZero(sum(others)) ? undefined : apportion(others, subtract(total, numbers[own]!));
  const name = { en: nameIn(member, 'en'), zh: nameIn(member, 'zh-CN') };
  const equal = rewriting(
    localText(
      `Spread ${goal} equally over the ${weights.length} siblings`,
      `将 ${goal} 平均分配给 ${weights.length} 个同级指标`,
    ),
    apportion(
      numbers.map(() => decimalOf(1)),
      total,
      Math.max(...numbers.map(({ scale }) => scale)),
    ),
  );
  // Of a sum that is wrong the equal spread is one of the cures.
  if (isZero(rest)) return equal;
  return [
    ...rewriting(
      localText(
        `Put the difference on ${name.en} (${printDecimal(corrected)})`,
        `将差额计入“${name.zh}”（${printDecimal(corrected)}）`,
      ),
      numbers.with(own, corrected),
    ),
    ...(scaled === undefined || compare(numbers[own]!, total) >= 0
      ? []
      : rewriting(
          localText(`Keep ${kept} here and scale the others`, `此处保持 ${kept}，按比例调整其余`),
          scaled.toSpliced(own, 0, numbers[own]!),
        )),
  ];
};

function isZero({ digits }: Decimal): boolean {
  return digits === 0n;
}

function isNegative(value: Decimal): boolean {
  return compare(value, zero) < 0;
}
