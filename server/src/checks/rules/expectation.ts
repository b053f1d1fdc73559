import { localText } from '../../base/locale.ts';
import { checkExpectations } from '../../scoring/expectations.ts';
import { failedClaim } from '../failedClaim.ts';
import type { Rule } from '../rule.ts';

const definition = (count: number) =>
  `indicatorSystem: 1\nunits: {id: name}\ndata: [{path: demo.csv}]\nindicators:\n  - {id: online, name: 网办率, normalise: none}\ntiers: [{name: 优秀级, atLeast: 85}, {name: 发展级}]\nexpect:\n  - {count: {tier: 优秀级}, is: ${count}}\n`;
const files = { 'demo.csv': 'name,online\n北京市,97\n上海市,84.9\n' };

export const expectation: Rule = {
  code: 'expectation',
  severity: 'error',
  level: 'data',
  title: localText('A known result does not come out', '已知结果与计算结果不符'),
  why: localText(
    'The definition says what has been published. If the scores say something else, one of them is wrong: the data, the rules, or the publication.',
    '定义中写明了已公布的结果。计算结果与之不符，说明数据、规则或公布内容至少有一处有误。',
  ),
  wrong: { definition: definition(2), files },
  right: { definition: definition(1), files },
  *check({ scoring }) {
    if (scoring === undefined || !scoring.data.isComplete || scoring.system.expectations.length === 0) return;
    for (const checked of checkExpectations(scoring)) {
      const failed = checked.holds === false ? failedClaim(scoring, checked) : undefined;
      if (failed === undefined) continue;
      const { places, message } = failed;
      const [at, ...others] = places;
      yield {
        at,
        message,
        related: others.map(place => ({ at: place, message: localText('this one too', '此处亦然') })),
      };
    }
  },
};
