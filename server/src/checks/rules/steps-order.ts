import { localText } from '../../base/locale.ts';
import type { Indicator, StepRule } from '../../model/indicator.ts';
import { entryOf } from '../../syntax/tree.ts';
import type { Problem, Rule } from '../rule.ts';
import { nameIn, numberText } from '../words.ts';

const definition = (steps: string) =>
  `indicatorSystem: 1\nindicators:\n  - id: online\n    name: 网办率\n    steps: [${steps}]\n`;

export const stepsOrder: Rule = {
  code: 'steps-order',
  severity: 'error',
  level: 'text',
  reach: 'siblings',
  title: localText('Steps overlap, leave a gap, or cannot be reached', '阶梯重叠、有缺口或无法达到'),
  why: localText(
    'The first step whose bound is reached counts, so steps stand from the highest bound to the lowest; the last one, without a bound, takes the rest.',
    '自上而下取第一个达到的阶梯，因此各级应由高到低排列；最后一级不写界限，包含其余情况。',
  ),
  wrong: {
    definition: definition('{atLeast: 80, value: 60}, {atLeast: 95, value: 100}, {value: 0}'),
  },
  right: {
    definition: definition('{atLeast: 95, value: 100}, {atLeast: 80, value: 60}, {value: 0}'),
  },
  *check({ system }) {
    for (const indicator of system.indicators) {
      const { steps } = indicator.own;
      if (steps !== undefined) yield* stepProblems(indicator, steps.steps);
    }
  },
};

function* stepProblems(indicator: Indicator, steps: readonly StepRule[]): Iterable<Problem> {
  if (steps.some(({ node, atLeast }) => atLeast === undefined && entryOf(node, 'atLeast') !== undefined)) return;
  let lowest: number | undefined;
  for (const [position, { node, atLeast, value }] of steps.entries()) {
    const at = atLeast?.node ?? value?.node ?? node;
    const before = steps[position - 1];
    if (before !== undefined && before.atLeast === undefined) {
      yield {
        at,
        message: localText(
          'this step is never reached: the one before it has no bound and takes the rest',
          '此级无法达到：前一级没有界限，已包含其余情况',
        ),
      };
      return;
    }
    if (atLeast !== undefined && lowest !== undefined && atLeast.value >= lowest) {
      const [bound, earlier] = [atLeast.value, lowest].map(numberText);
      yield {
        at,
        message: localText(
          `this step is never reached: ${bound} is not below ${earlier}, the bound before it`,
          `此级无法达到：${bound} 不低于前面的界限 ${earlier}`,
        ),
      };
    }
    if (atLeast !== undefined) lowest = Math.min(lowest ?? atLeast.value, atLeast.value);
  }
  const last = steps.at(-1);
  const least = indicator.own.range?.value[0] ?? 0;
  if (last?.atLeast === undefined || lowest === undefined || lowest <= least) return;
  yield {
    at: last.atLeast.node,
    message: localText(
      `values of ${nameIn(indicator, 'en')} below ${numberText(lowest)} are in no step`,
      `“${nameIn(indicator, 'zh-CN')}”低于 ${numberText(lowest)} 的值不属于任何一级`,
    ),
  };
}
