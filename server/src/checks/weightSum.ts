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
import { type Locale, type LocalText, localText } from '../base/locale.ts';
import { isPartlyListed } from '../model/levels.ts';
import { type Siblings, type WeightOf, weightNumbers, weightsOf } from '../model/siblings.ts';
import type { IndicatorSystem } from '../model/system.ts';
import type { Weight, Written } from '../model/written.ts';
import type { Tree } from '../syntax/tree.ts';
import { isAnchored } from './edits.ts';
import type { Problem, TextContext } from './rule.ts';
import { nameIn, parentIn } from './words.ts';
import { arePercentages, isOutside } from './writtenWeights.ts';

/**
 * The problem of one set of weights whose sum is not `total`, or nothing. `group` names the group they hold for. Silent
 * where a weight is out of bounds (that is the mistake), and where what is not listed may make up the rest.
 */
export function missedTotal(
  { tree, system }: TextContext,
  siblings: Siblings,
  total: Decimal,
  noun: { en: string; zh: string },
  group?: string,
): readonly Problem[] {
  const { members, parent } = siblings;
  const numbers = weightNumbers(members, group);
  if (numbers === undefined || numbers.length === 0) return [];
  if (numbers.some(number => isOutside(number, system.weights)) && !arePercentages(members, system)) return [];
  const actual = sum(numbers);
  const difference = subtract(actual, total);
  if (difference.digits === 0n || (difference.digits < 0n && isPartlyListed(system, parent))) return [];
  const [figure, wanted] = [printDecimal(actual), printDecimal(total)];
  const [en, zh] = group === undefined ? ['', ''] : [` for ${group}`, `（${group}）`];
  const written = weightsOf(members, group) as readonly WrittenWeightOf[];
  return [
    {
      at: written[0]!.weight.node,
      message: localText(
        `${noun.en} under ${parentIn(parent, 'en')}${en} sum to ${figure}, not ${wanted} (${signed(difference)})`,
        `“${parentIn(parent, 'zh-CN')}”下的${noun.zh}${zh}之和为 ${figure}，应为 ${wanted}（差 ${signed(difference)}）`,
      ),
      related: written.slice(1).map(({ indicator, weight }) => ({
        at: weight.node,
        message: localText(
          `${nameIn(indicator, 'en')}: ${weight.value.source}`,
          `${nameIn(indicator, 'zh-CN')}：${weight.value.source}`,
        ),
      })),
      fixes: () => fixesOf(tree, system, written, numbers, total),
    },
  ];
}

type WrittenWeightOf = WeightOf & { readonly weight: Written<Weight> };

function signed(difference: Decimal): string {
  return `${difference.digits > 0n ? '+' : ''}${printDecimal(difference)}`;
}

/** The difference on one, scaled, spread equally: those of them that change no other sum. */
function fixesOf(
  tree: Tree,
  system: IndicatorSystem,
  weights: readonly WrittenWeightOf[],
  numbers: readonly Decimal[],
  total: Decimal,
): readonly Fix[] {
  if (compare(total, zero) <= 0) return [];
  const isFree = weights.map(each => isFreeToChange(each, system));
  const ones = numbers.map(() => decimalOf(1));
  const goal = printDecimal(total);
  const fix = (title: LocalText, values: readonly Decimal[]) => {
    const changed = values.flatMap((value, index) => (compare(value, numbers[index]!) === 0 ? [] : [index]));
    if (changed.some(index => !isFree[index])) return [];
    const edits = changed.map(index => {
      const { node, value } = weights[index]!.weight;
      return { range: tree.rangeOf(node), newText: keepPlaces(values[index]!, value.source) };
    });
    return [{ title, edits }];
  };
  const position = isFree.indexOf(true);
  const corrected = position < 0 ? zero : subtract(add(numbers[position]!, total), sum(numbers));
  const named = (locale: Locale) => nameIn(weights[position]!.indicator, locale);
  const onOne =
    compare(corrected, zero) <= 0
      ? []
      : fix(
          localText(
            `Put the difference on ${named('en')} (${printDecimal(corrected)})`,
            `将差额计入“${named('zh-CN')}”（${printDecimal(corrected)}）`,
          ),
          numbers.with(position, corrected),
        ).map(each => ({ ...each, preferred: true }));
  const isScalable = compare(sum(numbers), zero) > 0;
  const scaled = isScalable
    ? fix(localText(`Scale all to ${goal}`, `按比例缩放为 ${goal}`), apportion(numbers, total))
    : [];
  const equal = fix(localText(`Spread ${goal} equally`, `平均分配 ${goal}`), apportion(ones, total, placesOf(numbers)));
  return distinct([...onOne, ...scaled, ...equal]);
}

/** Where two cures write the same, the first is offered. */
function distinct(fixes: readonly Fix[]): readonly Fix[] {
  const written = fixes.map(({ edits }) => JSON.stringify(edits));
  return fixes.filter((_, index) => written.indexOf(written[index]!) === index);
}

/** Other places may repeat a weight through an anchor; with points the children share out what their parent has. */
function isFreeToChange({ weight, indicator }: WrittenWeightOf, { weights }: IndicatorSystem): boolean {
  const isSharedOut = weights === 'points' && indicator.children?.some(({ own }) => own.weight !== undefined) === true;
  return !isSharedOut && !isAnchored(weight.node) && !isAnchored(indicator.own.node);
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
