import { localText } from '../../base/locale.ts';
import type { IndicatorSystem } from '../../model/system.ts';
import type { Node } from '../../syntax/tree.ts';
import type { Rule } from '../rule.ts';

const definition = (share: number) =>
  `indicatorSystem: 1\nunits: {id: code}\ndata: [{path: demo.csv}]\nindicators:\n  - {id: online, name: 网办率, normalise: none, missing: exclude}\n  - {id: reply, name: 答复率, normalise: none, missing: exclude}\nranking: {ties: dense, eligible: {minShare: ${share}}}\n`;
const files = { 'demo.csv': 'code,online,reply\na,97,\nb,,80\n' };

export const nobodyRanked: Rule = {
  code: 'nobody-ranked',
  severity: 'warning',
  level: 'data',
  title: localText('No unit may be ranked', '没有评估对象可以参与排名'),
  why: localText(
    'Units have scores, but none meets what `ranking.eligible` asks for: ranks, quotas and lists are empty. Usually a text or a group is written otherwise in the data, or a share is too high.',
    '评估对象有得分，却没有一个符合 `ranking.eligible` 的要求：位次、名额和名单都是空的。多半是文字或分组与数据写法不同，或比例要求过高。',
  ),
  wrong: { definition: definition(0.66), files },
  right: { definition: definition(0.5), files },
  *check({ system, scoring }) {
    const at = eligiblePlace(system);
    if (at === undefined || scoring === undefined) return;
    const { compiled, ranking, scores } = scoring;
    if (compiled.noTotals !== undefined || compiled.noRanks !== undefined) return;
    if (ranking.ranks.some(rank => rank > 0)) return;
    const nScored = scores.totals.states.filter(state => state === 0).length;
    if (nScored === 0) return;
    yield {
      at,
      message: localText(
        nScored === 1
          ? 'the only unit with a score may not be ranked: it does not meet what `eligible` asks for'
          : `none of the ${nScored} units with a score may be ranked: no unit meets what \`eligible\` asks for`,
        `有得分的 ${nScored} 个评估对象均不能参与排名：没有对象符合 \`eligible\` 的要求`,
      ),
    };
  },
};

/** The first thing that it asks for. */
function eligiblePlace({ ranking: { eligible } }: IndicatorSystem): Node | undefined {
  const { minShare, minNonZero, where, exclude = [] } = eligible ?? {};
  const asked = [where?.equals, where?.column, where?.groups[0]?.value, where?.tier?.name, minShare, minNonZero];
  return [...asked, exclude[0]].find(each => each !== undefined)?.node;
}
