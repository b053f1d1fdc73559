import { localText } from '../../base/locale.ts';
import { checkExpectations } from '../../scoring/expectations.ts';
import type { Rule } from '../rule.ts';

const definition = (are: string) =>
  `indicatorSystem: 1\nunits: {id: name, groups: {kind: {column: kind}}}\ndata: [{path: demo.csv}]\nindicators:\n  - {id: online, name: 网办率, normalise: none}\nexpect:\n  - {members: {kind: 重点城市}, are: [${are}], order: units}\n`;
const files = { 'demo.csv': 'name,kind,online\n合肥市,重点城市,80\n厦门市,重点城市,90\n' };

export const orderBroken: Rule = {
  code: 'order-broken',
  severity: 'warning',
  level: 'data',
  title: localText('A list declared in the order of the units is not', '声明按对象序列排列的名单并非如此'),
  why: localText(
    'An unranked list in 行政区划序列 must not look like a ranking: one name out of order suggests that it is one.',
    '按行政区划序列排列的名单不表示名次；有一个名字不按序列，就会被误读为排名。',
  ),
  wrong: { definition: definition('厦门市, 合肥市'), files },
  right: { definition: definition('合肥市, 厦门市'), files },
  *check({ system, scoring }) {
    const isOrdered = system.expectations.some(({ claim }) => claim?.kind === 'members' && claim.order !== undefined);
    if (scoring === undefined || !isOrdered) return;
    for (const { expectation, orderBreaks } of checkExpectations(scoring)) {
      const { claim } = expectation;
      if (claim?.kind !== 'members') continue;
      for (const { before, after, position } of orderBreaks) {
        yield {
          at: claim.are[position]!.node,
          message: localText(
            `${after} stands before ${before} in the order of the units, but after it in this list`,
            `按对象序列“${after}”应在“${before}”之前，名单中却在其后`,
          ),
        };
      }
    }
  },
};
