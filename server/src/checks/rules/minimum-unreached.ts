import { localText } from '../../base/locale.ts';
import { isPartlyListed } from '../../model/levels.ts';
import { nameNode, siblingsOf } from '../../model/siblings.ts';
import type { Rule } from '../rule.ts';
import { parentIn } from '../words.ts';

const definition = (least: number) =>
  `indicatorSystem: 1\nindicators:\n  - id: a\n    name: A\n    minCount: ${least}\n    indicators: [{id: b, name: B}, {id: c, name: C}]\n`;

export const minimumUnreached: Rule = {
  code: 'minimum-unreached',
  severity: 'error',
  level: 'text',
  reach: 'siblings',
  title: localText('`minCount` asks for more indicators than there are', '`minCount` 要求的指标数多于实有指标数'),
  why: localText(
    'With fewer values than `minCount` an aggregate is missing. Where it has fewer indicators, it is missing for every unit, and the index goes without it.',
    '现有取值少于 `minCount` 时，合成指标按缺失处理。若下级指标本身就不足此数，则所有对象都没有该项得分，总分也不再包含它。',
  ),
  wrong: { definition: definition(3) },
  right: { definition: definition(2) },
  *check({ system }) {
    const usual = system.defaults.minCount;
    for (const { parent, members, entry } of siblingsOf(system)) {
      const own = (parent?.own ?? system.aggregate).minCount;
      const least = own ?? usual;
      if (least === undefined || least.value <= members.length || isPartlyListed(system, parent)) continue;
      const number = members.length;
      yield {
        at: own?.node ?? (parent === undefined ? entry.key : nameNode(parent)),
        message: localText(
          `minCount is ${least.value}, but ${parentIn(parent, 'en')} has ${number === 1 ? 'one indicator' : `${number} indicators`}: ${parent === undefined ? 'the index' : 'it'} never has a score`,
          `minCount 为 ${least.value}，而“${parentIn(parent, 'zh-CN')}”只有 ${number} 个指标，${parent === undefined ? '总分' : '该项'}无法得出`,
        ),
        related: own === undefined ? [{ at: usual!.node, message: localText('inherited from here', '由此继承') }] : [],
      };
    }
  },
};
