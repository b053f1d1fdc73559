import { localText } from '../../base/locale.ts';
import type { Rule } from '../rule.ts';
import { misplacedTiers } from '../tierBounds.ts';

const definition = (tiers: string) =>
  `indicatorSystem: 1\nindicators:\n  - {id: a, name: A}\ntiers: [${tiers}, {name: 发展级}]\n`;

export const tierOrder: Rule = {
  code: 'tier-order',
  severity: 'error',
  level: 'text',
  title: localText('Tier bounds are not descending, or lie outside the scale', '档次界限未由高到低，或超出得分区间'),
  why: localText(
    'Tiers stand from the best; a unit takes the first whose bound it reaches. A bound that is not below the one before it is never asked.',
    '档次由优到劣排列，评估对象进入第一个达到界限的档次。不低于前一界限的档次永远不会有对象。',
  ),
  wrong: { definition: definition('{name: 良好级, atLeast: 75}, {name: 优秀级, atLeast: 85}') },
  right: { definition: definition('{name: 优秀级, atLeast: 85}, {name: 良好级, atLeast: 75}') },
  check: ({ system }) => misplacedTiers(system),
};
