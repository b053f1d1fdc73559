import { compare, type Decimal, decimalOf, divide, parseDecimal, printDecimal, zero } from '../../base/decimal.ts';
import type { Fix } from '../../base/finding.ts';
import { localText } from '../../base/locale.ts';
import type { WeightSystem } from '../../model/header.ts';
import type { Indicator } from '../../model/indicator.ts';
import type { Weight, Written } from '../../model/written.ts';
import type { Node, Tree } from '../../syntax/tree.ts';
import { isAnchored } from '../edits.ts';
import type { Problem, Rule } from '../rule.ts';
import { nameIn } from '../words.ts';
import { arePercentages, isOutside, wholes, writtenSiblings } from '../writtenWeights.ts';

export const weightRange: Rule = {
  code: 'weight-range',
  severity: 'error',
  level: 'text',
  reach: 'siblings',
  title: localText('A weight is negative, beyond the whole, or not a number', '权重为负、超出整体或不是数字'),
  why: localText(
    'A weight is a share: from 0 to 100 (or to 1), written in plain digits. `12％` and `１２` are texts, not numbers.',
    '权重是份额：0 到 100（或 1），用半角数字书写。`12％`、`１２` 是文本，不是数字。',
  ),
  wrong: {
    definition:
      'indicatorSystem: 1\nindicators:\n  - {id: a, name: A, weight: 60％}\n  - {id: b, name: B, weight: 40}\n',
  },
  right: {
    definition: 'indicatorSystem: 1\nindicators:\n  - {id: a, name: A, weight: 60}\n  - {id: b, name: B, weight: 40}\n',
  },
  *check({ tree, system }) {
    for (const { members } of writtenSiblings(system)) {
      if (arePercentages(members, system)) continue;
      for (const indicator of members) {
        const written = indicator.own.weight;
        const weights = written?.kind === 'single' ? [written.weight] : [...(written?.weights.values() ?? [])];
        for (const weight of weights) {
          const number = weight.value.value;
          if (number !== undefined && !isOutside(number, system.weights)) continue;
          yield* problemOf(tree, indicator, weight, system.weights);
        }
      }
    }
  },
};

function* problemOf(
  tree: Tree,
  indicator: Indicator,
  { value: { value, source }, node }: Written<Weight>,
  system: WeightSystem,
): Iterable<Problem> {
  const say = (en: string, zh: string) =>
    localText(`the weight of ${nameIn(indicator, 'en')} ${en}`, `“${nameIn(indicator, 'zh-CN')}”的权重${zh}`);
  if (value === undefined) {
    const { start, end } = tree.rangeOf(node);
    const shown = /\n/.test(source) ? source : tree.source.slice(start, end);
    yield {
      at: node,
      message: say(`is not a number: ${shown}`, `不是数字：${shown}`),
      fixes: isAnchored(node) ? [] : rewrite(tree, node, numberMeant(source, system)),
    };
  } else {
    const whole = wholes[system];
    const isNegative = compare(value, zero) < 0;
    const asFraction = system === 'fraction' && compare(value, hundred) <= 0 ? divided(value) : undefined;
    yield {
      at: node,
      message: isNegative
        ? say(`is negative: ${source}`, `为负：${source}`)
        : say(`is above ${printDecimal(whole!)}: ${source}`, `超过 ${printDecimal(whole!)}：${source}`),
      fixes: isNegative || isAnchored(node) ? [] : rewrite(tree, node, asFraction),
    };
  }
}

function rewrite(tree: Tree, node: Node, number: string | undefined): readonly Fix[] {
  if (number === undefined) return [];
  const edits = [{ range: tree.rangeOf(node), newText: number }];
  return [{ title: localText(`Write ${number}`, `改写为 ${number}`), edits, preferred: true }];
}

/** `12％`, `１２`, `12 %`, `12,5`: what was meant, in the file's own system of weights; nothing that is out of bounds again. */
function numberMeant(source: string, system: WeightSystem): string | undefined {
  const [, digits = '', percent] = /^([\d.,]+)\s*(%)?$/.exec(source.normalize('NFKC').trim()) ?? [];
  const value = parseDecimal(/^\d+,\d{1,2}$/.test(digits) ? digits.replace(',', '.') : digits);
  if (value === undefined) return undefined;
  const isPercentOfOne = percent !== undefined && system === 'fraction';
  const meant = isPercentOfOne ? divide(value, hundred, value.scale + 2) : value;
  return isOutside(meant, system) ? undefined : printDecimal(meant);
}

function divided(percent: Decimal): string {
  return printDecimal(divide(percent, hundred, percent.scale + 2));
}

const hundred = decimalOf(100);
