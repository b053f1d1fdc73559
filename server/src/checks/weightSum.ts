/** What the three rules on sums of weights share: the finding on the weights of siblings that miss their total, and its fixes. */
import {
  add,
  compare,
  type Decimal,
  decimalOf,
  divide,
  formatDecimal,
  multiply,
  printDecimal,
  subtract,
  sum,
  zero,
} from '../base/decimal.ts';
import type { Fix } from '../base/finding.ts';
import { localText } from '../base/locale.ts';
import { numbersOf, type Siblings, type WeightOf, weightsOf } from '../model/siblings.ts';
import type { Weight, Written } from '../model/system.ts';
import type { Tree } from '../syntax/tree.ts';
import type { Problem } from './rule.ts';
import { nameIn, parentIn } from './words.ts';

/** The problem of one set of weights whose sum is not `total`, or nothing. `group` names the group they hold for. */
export function missedTotal(
  tree: Tree,
  siblings: Siblings,
  total: Decimal,
  noun: { en: string; zh: string },
  group?: string,
): readonly Problem[] {
  const weights = weightsOf(siblings.members, group);
  const numbers = numbersOf(weights);
  if (numbers === undefined || numbers.length === 0) return [];
  const actual = sum(numbers);
  if (compare(actual, total) === 0) return [];
  const [figure, wanted, difference] = [actual, total, signed(subtract(actual, total))].map(each =>
    typeof each === 'string' ? each : printDecimal(each),
  );
  const forGroup = group === undefined ? { en: '', zh: '' } : { en: ` for ${group}`, zh: `（${group}）` };
  const written = weights as readonly (WeightOf & { weight: Written<Weight> })[];
  return [
    {
      at: written[0]!.weight.node,
      message: localText(
        `${noun.en} under ${parentIn(siblings.parent, 'en')}${forGroup.en} sum to ${figure}, not ${wanted} (${difference})`,
        `“${parentIn(siblings.parent, 'zh-CN')}”下的${noun.zh}${forGroup.zh}之和为 ${figure}，应为 ${wanted}（差 ${difference}）`,
      ),
      related: written.slice(1).map(({ indicator, weight }) => ({
        at: weight.node,
        message: localText(
          `${nameIn(indicator, 'en')}: ${weight.value.source}`,
          `${nameIn(indicator, 'zh-CN')}：${weight.value.source}`,
        ),
      })),
      fixes: fixesOf(tree, written, numbers, total),
    },
  ];
}

function signed(difference: Decimal): string {
  return `${difference.digits > 0n ? '+' : ''}${printDecimal(difference)}`;
}

function fixesOf(
  tree: Tree,
  weights: readonly (WeightOf & { weight: Written<Weight> })[],
  numbers: readonly Decimal[],
  total: Decimal,
): readonly Fix[] {
  const actual = sum(numbers);
  const corrected = subtract(add(numbers[0]!, total), actual);
  const [first] = weights;
  const goal = printDecimal(total);
  const rewrite = (values: readonly Decimal[]) =>
    values.flatMap((value, index) => {
      const { node, value: weight } = weights[index]!.weight;
      return compare(value, numbers[index]!) === 0
        ? []
        : [{ range: tree.rangeOf(node), newText: keepPlaces(value, weight.source) }];
    });
  const onFirst: Fix = {
    title: localText(
      `Put the difference on ${nameIn(first!.indicator, 'en')} (${printDecimal(corrected)})`,
      `将差额计入“${nameIn(first!.indicator, 'zh-CN')}”（${printDecimal(corrected)}）`,
    ),
    edits: rewrite([corrected, ...numbers.slice(1)]),
    preferred: true,
  };
  const isPositive = numbers.every(number => compare(number, zero) >= 0) && compare(actual, zero) > 0;
  const scaled: Fix = {
    title: localText(`Scale all to ${goal}`, `按比例缩放为 ${goal}`),
    edits: isPositive ? rewrite(apportion(numbers, total)) : [],
  };
  const equal: Fix = {
    title: localText(`Spread ${goal} equally`, `平均分配 ${goal}`),
    edits: rewrite(
      apportion(
        numbers.map(() => decimalOf(1)),
        total,
        placesOf(numbers),
      ),
    ),
  };
  const isSensible = compare(corrected, zero) > 0;
  return [...(isSensible ? [onFirst] : []), ...(isPositive ? [scaled] : []), equal];
}

/** `13.0` stays with one place when it becomes 12; other spellings are plain. */
function keepPlaces(value: Decimal, source: string): string {
  const places = /\.(\d+)$/.exec(source)?.[1]?.length ?? 0;
  return value.scale <= places
    ? formatDecimal({ digits: value.digits * 10n ** BigInt(places - value.scale), scale: places })
    : printDecimal(value);
}

/**
 * Parts of `total` in proportion to `shares`, each cut to the places of the shares (or more where the total needs them);
 * what is left over goes to the largest remainders, one unit of the last place each, so that the sum is exact.
 */
export function apportion(shares: readonly Decimal[], total: Decimal, places = placesOf(shares)): readonly Decimal[] {
  const whole = sum(shares);
  const scale = Math.max(places, total.scale, shares.length > 1 ? placesThatKeepOrder(shares, total) : 0);
  const parts = shares.map(share => divide(multiply(share, total), whole, scale, 'down'));
  const remainders = shares.map((share, index) => ({
    index,
    remainder: subtract(multiply(share, total), multiply(parts[index]!, whole)),
  }));
  let left = subtract(total, sum(parts)).digits * 10n ** BigInt(scale - subtract(total, sum(parts)).scale);
  remainders.sort((a, b) => compare(b.remainder, a.remainder) || a.index - b.index);
  const raised = new Set<number>();
  for (const { index } of remainders) {
    if (left <= 0n) break;
    raised.add(index);
    left--;
  }
  return parts.map((part, index) => (raised.has(index) ? { digits: part.digits + 1n, scale } : part));
}

function placesOf(numbers: readonly Decimal[]): number {
  return Math.max(0, ...numbers.map(({ scale }) => scale));
}

/** At least a hundredth of the mean part, so that no weight is rounded away. */
function placesThatKeepOrder(shares: readonly Decimal[], total: Decimal): number {
  const mean = Number(printDecimal(total)) / shares.length;
  return Math.max(0, Math.ceil(-Math.log10(Math.max(mean, 1e-9))) + 1);
}
