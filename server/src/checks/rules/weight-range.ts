import { compare, type Decimal, divide, parseDecimal, printDecimal, zero } from '../../base/decimal.ts';
import { localText } from '../../base/locale.ts';
import type { Indicator, Weight, WeightSystem, Written } from '../../model/system.ts';
import type { Tree } from '../../syntax/tree.ts';
import type { Problem, Rule } from '../rule.ts';
import { nameIn } from '../words.ts';

export const weightRange: Rule = {
  code: 'weight-range',
  severity: 'error',
  level: 'text',
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
    for (const indicator of system.indicators) {
      const written = indicator.own.weight;
      const weights = written?.kind === 'single' ? [written.weight] : [...(written?.weights.values() ?? [])];
      for (const weight of weights) yield* problemOf(tree, indicator, weight, system.weights);
    }
  },
};

const most: Readonly<Record<WeightSystem, Decimal | undefined>> = {
  percent: parseDecimal('100'),
  fraction: parseDecimal('1'),
  points: undefined,
  relative: undefined,
};

function* problemOf(
  tree: Tree,
  indicator: Indicator,
  { value: { value, source }, node }: Written<Weight>,
  system: WeightSystem,
): Iterable<Problem> {
  const upper = most[system];
  const say = (en: string, zh: string) =>
    localText(`the weight of ${nameIn(indicator, 'en')} ${en}`, `“${nameIn(indicator, 'zh-CN')}”的权重${zh}`);
  if (value === undefined) {
    const meant = numberMeant(source, system);
    yield {
      at: node,
      message: say(`is not a number: ${source}`, `不是数字：${source}`),
      fixes:
        meant === undefined
          ? []
          : [
              {
                title: localText(`Write ${meant}`, `改写为 ${meant}`),
                edits: [{ range: tree.rangeOf(node), newText: meant }],
                preferred: true,
              },
            ],
    };
  } else if (compare(value, zero) < 0) {
    yield { at: node, message: say(`is negative: ${source}`, `为负：${source}`) };
  } else if (upper !== undefined && compare(value, upper) > 0) {
    yield {
      at: node,
      message: say(`is above ${printDecimal(upper)}: ${source}`, `超过 ${printDecimal(upper)}：${source}`),
    };
  }
}

/** `12％`, `１２`, `12 %`, `12,5`: what was meant, in the file's own system of weights. */
function numberMeant(source: string, system: WeightSystem): string | undefined {
  const [, digits = '', percent] = /^([\d.,]+)\s*(%)?$/.exec(source.normalize('NFKC').trim()) ?? [];
  const value = parseDecimal(/^\d+,\d{1,2}$/.test(digits) ? digits.replace(',', '.') : digits);
  if (value === undefined) return undefined;
  const isPercentOfOne = percent !== undefined && system === 'fraction';
  return printDecimal(isPercentOfOne ? divide(value, parseDecimal('100')!, value.scale + 2) : value);
}
