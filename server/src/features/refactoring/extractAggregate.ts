/**
 * Selected siblings put under a new aggregate that counts what they counted together. Where their shares of it are no short
 * decimals they are rounded, so that they sum exactly, and it is said.
 */
import { compare, type Decimal, divide, multiply, printDecimal, sum } from '../../base/decimal.ts';
import { localText } from '../../base/locale.ts';
import { applyEdits, type TextEdit } from '../../base/text.ts';
import { apportion } from '../../checks/weightSum.ts';
import { wholes } from '../../checks/writtenWeights.ts';
import { weightNumbers, weightsOf } from '../../model/siblings.ts';
import type { IndicatorSystem } from '../../model/system.ts';
import { parse } from '../../syntax/parse.ts';
import { resolved } from '../../syntax/tree.ts';
import { siblingsTouching } from '../touching.ts';
import { itemLines } from './itemLines.ts';
import { type Refactor, touches } from './refactoring.ts';

export const extractAggregate: Refactor = (workspace, file, selection) => {
  const tree = workspace.tree(file);
  const system = workspace.system(file);
  if (selection.start === selection.end || tree.errors.length > 0) return [];
  for (const { members, entry, weighting } of siblingsTouching(tree, system, selection)) {
    const list = resolved(entry.value);
    const chosen = members.filter(({ own }) => touches(tree, own.node, selection));
    if (list?.kind !== 'sequence' || chosen.length === 0 || weighting !== undefined) continue;
    // The selection is of this level: it does not lie within one of them.
    const isWithinOne = chosen.length === 1 && !covers(tree.rangeOf(chosen[0]!.own.node), selection);
    if (isWithinOne) continue;
    const lines = itemLines(tree, list);
    const positions = chosen.map(({ own }) => list.items.indexOf(own.node));
    const weights = weightsOf(chosen, undefined);
    const numbers = chosen.every(({ own }) => own.weight === undefined) ? [] : weightNumbers(chosen, undefined);
    const inner = numbers && innerWeights(system, numbers);
    if (lines === undefined || inner === undefined || positions.some((each, index) => each !== positions[0]! + index))
      return [];
    const range = { start: lines.ranges[positions[0]!]!.start, end: lines.ranges[positions.at(-1)!]!.end };
    const reweighed: readonly TextEdit[] = inner.weights.map((value, index) => {
      const place = tree.rangeOf(weights[index]!.weight!.node);
      return {
        range: { start: place.start - range.start, end: place.end - range.start },
        newText: printDecimal(value),
      };
    });
    const end = tree.text.includes('\r\n') ? '\r\n' : '\n';
    const pad = ' '.repeat(lines.column);
    const id = freshId(system);
    const weight =
      numbers === undefined || numbers.length === 0 ? [] : [`${pad}  weight: ${printDecimal(sum(numbers))}`];
    const head = [`${pad}- id: ${id}`, `${pad}  name: ${id}`, ...weight, `${pad}  indicators:`].join(end) + end;
    const body = applyEdits(tree.text.slice(range.start, range.end), reweighed).replace(/^(?=[^\r\n])/gm, '    ');
    const edits = [{ range, newText: head + body }];
    if (parse(applyEdits(tree.text, edits)).errors.length > 0) return [];
    const count = chosen.length;
    const [en, zh] = inner.areRounded
      ? [` (shares rounded to ${places} decimals)`, `（权重保留 ${places} 位小数）`]
      : ['', ''];
    const title = localText(
      `${count === 1 ? 'Put it' : `Put the ${count} indicators`} under a new aggregate${en}`,
      `将 ${count} 个指标归入新的上级指标${zh}`,
    );
    return [{ title, kind: 'extract', edits }];
  }
  return [];
};

function covers(inner: { start: number; end: number }, { start, end }: { start: number; end: number }): boolean {
  return start <= inner.start && inner.end <= end;
}

interface Inner {
  readonly weights: readonly Decimal[];
  readonly areRounded: boolean;
}

/** What an effective weight may come to differ by through them is a ten-thousandth of a percent at most. */
const places = 6;

/** Their shares among themselves, said as the system says weights; `undefined` where they count nothing. */
function innerWeights({ weights }: IndicatorSystem, numbers: readonly Decimal[]): Inner | undefined {
  const whole = wholes[weights];
  const total = sum(numbers);
  if (numbers.length === 0 || whole === undefined) return { weights: numbers, areRounded: false };
  if (total.digits <= 0n) return undefined;
  const shares = numbers.map(number => divide(multiply(number, whole), total, 8));
  const areExact = shares.every(
    (share, index) => compare(multiply(share, total), multiply(numbers[index]!, whole)) === 0,
  );
  return areExact
    ? { weights: shares, areRounded: false }
    : { weights: apportion(numbers, whole, places), areRounded: true };
}

function freshId({ byId }: IndicatorSystem): string {
  if (!byId.has('new-aggregate')) return 'new-aggregate';
  for (let number = 2; ; number++) if (!byId.has(`new-aggregate-${number}`)) return `new-aggregate-${number}`;
}
