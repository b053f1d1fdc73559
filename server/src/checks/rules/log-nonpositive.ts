import { type LocalText, localText } from '../../base/locale.ts';
import type { Indicator } from '../../model/indicator.ts';
import { isLeaf } from '../../model/select.ts';
import type { Selection } from '../../model/system.ts';
import { methodOf } from '../../scoring/compile/leaf.ts';
import { cellProblems, cellsWithout, readBy } from '../cells.ts';
import type { DataContext, Problem, Rule } from '../rule.ts';
import { numberText } from '../words.ts';

const definition =
  'indicatorSystem: 1\nunits: {id: code}\ndata: [{path: demo.csv}]\nindicators:\n  - {id: income, name: Income, normalise: {method: log-goalposts, lower: 100, upper: 75000}}\n';

export const logNonpositive: Rule = {
  code: 'log-nonpositive',
  severity: 'error',
  level: 'data',
  title: localText('The logarithm of a value that is 0 or negative', '对小于等于 0 的值取对数'),
  why: localText(
    'A logarithm exists for values above 0 only. A 0 here is often a missing value.',
    '只有大于 0 的值才有对数。此处的 0 往往是缺失值。',
  ),
  wrong: { definition, files: { 'demo.csv': 'code,income\na,5000\nb,0\n' } },
  right: { definition, files: { 'demo.csv': 'code,income\na,5000\nb,900\n' } },
  *check(context) {
    yield* goalpostProblems(context);
    yield* cellProblems(
      context,
      cellsWithout(context, 'non-positive').filter(({ value }) => value <= 0),
      ({ value, indicator }) => ({ message: notAbove(value, indicator, context), related: readBy(indicator) }),
      localText('0 or negative, where the method needs values above 0', '小于等于 0，而方法要求大于 0'),
    );
  },
};

const logarithmic = 'log-goalposts';
const withLogarithms: Selection = ({ normalise }) => normalise?.method.value === logarithmic;
const withUsualMethod: Selection = own => isLeaf(own) && own.normalise === undefined;

function* goalpostProblems({ system }: DataContext): Iterable<Problem> {
  const usual = system.framework.hasAny(withUsualMethod) ? [system.defaults.normalise] : [];
  const own = system.framework
    .having(withLogarithms)
    .flatMap(each => (each.children === undefined ? methodOf(each, system) : []));
  const methods = [...usual, ...own];
  for (const method of new Set(methods)) {
    if (method === undefined || method === 'none' || method.method.value !== logarithmic) continue;
    const lower = method.parameters.get('lower');
    if (typeof lower?.value !== 'number' || lower.value > 0) continue;
    yield {
      at: lower.node,
      message: localText(
        `the lower goalpost ${numberText(lower.value)} has no logarithm`,
        `下限 ${numberText(lower.value)} 没有对数`,
      ),
    };
  }
}

function notAbove(value: number, indicator: Indicator, { system }: DataContext): LocalText {
  const method = methodOf(indicator, system);
  const name = method === undefined || method === 'none' ? 'none' : method.method.value;
  const figure = numberText(value);
  return name === 'log-goalposts'
    ? localText(`${figure} has no logarithm`, `${figure} 没有对数`)
    : localText(`${figure} is not above 0, as ${name} needs it`, `${figure} 不大于 0，而 ${name} 要求大于 0`);
}
