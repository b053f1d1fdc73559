import { localText } from '../../base/locale.ts';
import { bestOf } from '../../model/bounds.ts';
import type { IndicatorSystem, Selection } from '../../model/system.ts';
import { entryOf, type Node, resolved } from '../../syntax/tree.ts';
import type { Rule } from '../rule.ts';
import { numberText } from '../words.ts';

const definition = (missing: string) =>
  `indicatorSystem: 1\ndefaults: {missing: ${missing}}\nindicators:\n  - {id: homicides, name: Homicides}\nranking: {best: lowest}\n`;

export const standInReversed: Rule = {
  code: 'stand-in-reversed',
  severity: 'warning',
  level: 'text',
  title: localText(
    'The lowest total is best, and what is missing gets the best score',
    '总分以低为优，而缺失按最优得分计',
  ),
  why: localText(
    '`missing: zero` is meant to cost a unit what it does not report, and `notApplicable: full` not to. Where the lowest total is best they do the opposite: who reports nothing ranks first. Leave it out (`exclude`), or state the score: `missing: {value: …}`.',
    '`missing: zero` 的本意是不报数据即失分，`notApplicable: full` 则是不因不适用而失分。总分以低为优时效果相反：什么都不报的反而排在第一。应剔除（`exclude`），或以 `missing: {value: …}` 写明得分。',
  ),
  wrong: { definition: definition('zero') },
  right: { definition: definition('exclude') },
  *check({ system }) {
    if (bestOf(system) !== 'lowest') return;
    const [start, end] = system.scale;
    const full = numberText(end);
    for (const holder of holdersIn(system)) {
      const missing = entryOf(holder, 'missing')?.value;
      if (missing !== undefined && says(missing, 'zero') && start >= 0) {
        yield {
          at: missing,
          message: localText(
            'a missing value counts as 0, the best that a score can be: the lowest total is best',
            '缺失按 0 分计，而总分以低为优：缺失反而最有利',
          ),
        };
      }
      const notApplicable = entryOf(holder, 'notApplicable')?.value;
      if (notApplicable !== undefined && says(notApplicable, 'full')) {
        yield {
          at: notApplicable,
          message: localText(
            `what does not apply counts ${full}, the worst score: the lowest total is best`,
            `不适用按满分 ${full} 计，而总分以低为优：不适用反而最不利`,
          ),
        };
      }
    }
  },
};

/** The file, its defaults, and the indicators that say something of what is not there. */
function holdersIn(system: IndicatorSystem): readonly (Node | undefined)[] {
  const own = system.framework.having(withStandIn);
  return [system.node, entryOf(system.node, 'defaults')?.value, ...own.map(each => each.own.node)];
}

const withStandIn: Selection = ({ missing, notApplicable }) => missing !== undefined || notApplicable !== undefined;

function says(node: Node, word: string): boolean {
  const value = resolved(node);
  return value?.kind === 'scalar' && value.value === word;
}
