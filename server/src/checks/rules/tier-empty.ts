import { localText } from '../../base/locale.ts';
import type { Rule } from '../rule.ts';
import { misplacedTiers } from '../tierBounds.ts';
import { textOrId } from '../words.ts';

const definition =
  'indicatorSystem: 1\nunits: {id: code}\ndata: [{path: demo.csv}]\nindicators:\n  - {id: online, name: 网办率, normalise: none}\ntiers: [{name: 优秀级, atLeast: 85}, {name: 发展级}]\n';

export const tierEmpty: Rule = {
  code: 'tier-empty',
  severity: 'information',
  level: 'data',
  title: localText('No unit is in a tier', '档次中没有评估对象'),
  why: localText(
    'A tier that is never given does not distinguish. A bound may be out of reach, or the scores are all close together.',
    '没有对象的档次起不到区分作用：界限可能难以达到，或得分过于集中。',
  ),
  wrong: { definition, files: { 'demo.csv': 'code,online\na,80\nb,70\n' } },
  right: { definition, files: { 'demo.csv': 'code,online\na,90\nb,70\n' } },
  *check({ system, scoring }) {
    const given = new Set(scoring?.ranking.tiers.filter(tier => tier >= 0));
    if (given.size === 0) return;
    const cannotBeGiven = new Set([...misplacedTiers(system)].flatMap(({ tier, isEmpty }) => (isEmpty ? tier : [])));
    for (const [position, each] of system.tiers.entries()) {
      if (given.has(position) || cannotBeGiven.has(each)) continue;
      const { name, node } = each;
      const tier = textOrId(name?.value, `#${position + 1}`);
      yield {
        at: name?.node ?? node,
        message: localText(`no unit is in ${tier.en}`, `“${tier['zh-CN']}”中没有评估对象`),
      };
    }
  },
};
