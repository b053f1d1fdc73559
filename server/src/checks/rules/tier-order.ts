import { localText } from '../../base/locale.ts';
import type { Rule } from '../rule.ts';
import { misplacedTiers } from '../tierBounds.ts';
import { turnedTiers } from '../turnedTiers.ts';

const definition = (tiers: string) =>
  `indicatorSystem: 1\nindicators:\n  - {id: a, name: A}\ntiers: [${tiers}, {name: 发展级}]\n`;

export const tierOrder: Rule = {
  code: 'tier-order',
  severity: 'error',
  level: 'text',
  title: localText(
    'Tier bounds do not lead from the best to the worst, or lie outside the scale',
    '档次界限未由优到劣，或超出得分区间',
  ),
  why: localText(
    'Tiers stand from the best; a unit takes the first whose bound it reaches. A bound that is not worse than the one before it is never asked. Tiers are bounded where the worse totals begin: below (`atLeast`, `above`), or above (`atMost`, `below`) where `ranking.best` is `lowest`.',
    '档次由优到劣排列，评估对象进入第一个达到界限的档次。不劣于前一界限的档次永远不会有对象。界限写在较劣的一端：写下界（`atLeast`、`above`）；`ranking.best` 为 `lowest` 时写上界（`atMost`、`below`）。',
  ),
  wrong: { definition: definition('{name: 良好级, atLeast: 75}, {name: 优秀级, atLeast: 85}') },
  right: { definition: definition('{name: 优秀级, atLeast: 85}, {name: 良好级, atLeast: 75}') },
  *check(context) {
    yield* turnedTiers(context);
    yield* misplacedTiers(context.system);
  },
};
