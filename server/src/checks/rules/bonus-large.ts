import { compare, type Decimal, divide, multiply, parseDecimal, printDecimal, sum, zero } from '../../base/decimal.ts';
import { localText } from '../../base/locale.ts';
import type { Written } from '../../model/written.ts';
import { type Bonus, baseMark, bonusesOf } from '../marks.ts';
import type { Rule } from '../rule.ts';

const definition = (cap: number) =>
  `indicatorSystem: 1\nindicators:\n  - {id: a, name: A}\nadjustments:\n  - {id: cases, name: 创新案例加分, kind: bonus, column: cases, cap: ${cap}}\n`;

export const bonusLarge: Rule = {
  code: 'bonus-large',
  severity: 'warning',
  level: 'text',
  threshold: 20,
  title: localText('The bonuses are large against what is assessed', '加分相对于评估内容过大'),
  why: localText(
    'A bonus should decide between near equals. Above a fifth of the base it decides the ranking. Threshold: percent of the base.',
    '加分应当用于区分水平接近者。超过基础分的五分之一，排名就由加分决定。阈值为占基础分的百分比。',
  ),
  wrong: { definition: definition(30) },
  right: { definition: definition(10) },
  *check({ system, threshold }) {
    const base = baseMark(system);
    if (base === undefined || compare(base, zero) <= 0) return;
    const capped = bonusesOf(system).filter((bonus): bonus is CappedBonus => bonus.cap !== undefined);
    const [largest, ...others] = capped.toSorted((a, b) => compare(b.cap.value, a.cap.value));
    if (largest === undefined) return;
    const total = sum(capped.map(({ cap }) => cap.value));
    const percent = divide(multiply(total, hundred), base, 1);
    if (compare(percent, parseDecimal(String(threshold(20))) ?? hundred) <= 0) return;
    const [points, of, share] = [total, base, percent].map(printDecimal);
    yield {
      at: largest.cap.node,
      message: localText(
        `bonuses may add ${points} points, ${share} % of the base of ${of}`,
        `加分最多可达 ${points} 分，占基础分 ${of} 的 ${share}%`,
      ),
      related: others.map(({ name, cap }) => ({
        at: cap.node,
        message: localText(`${name.en}: ${printDecimal(cap.value)}`, `${name['zh-CN']}：${printDecimal(cap.value)}`),
      })),
    };
  },
};

type CappedBonus = Bonus & { readonly cap: Written<Decimal> };

const hundred = parseDecimal('100')!;
