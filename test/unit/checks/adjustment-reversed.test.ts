import { test } from 'vitest';
import { expectFindings } from '../../support/annotated.ts';

const codes = ['adjustment-reversed'];

test('bonuses, in the tree too, and deductions where the lowest total is best', () => {
  expectFindings(
    `indicatorSystem: 1
indicators:
  - {id: a, name: A, normalise: none}
  - {id: refugees, name: Refugees, bonus: {cap: 5}}
                                   ^^^^^ information adjustment-reversed: the bonus Refugees adds points, which puts units back: the lowest total is best
adjustments:
  - {id: wars, name: Wars, kind: bonus, column: wars, cap: 10}
                                 ^^^^^ information adjustment-reversed: the bonus Wars adds points, which puts units back: the lowest total is best
  - {id: treaties, kind: deduction, column: treaties, floor: 0}
                         ^^^^^^^^^ information adjustment-reversed: the deduction treaties takes points, which brings units forward: the lowest total is best
  - {id: siege, kind: veto, column: siege, equals: yes, then: {score: 90}}
ranking: {best: lowest}
`,
    { codes },
  );
});

test('nothing where the highest is', () => {
  expectFindings(
    `indicatorSystem: 1
indicators:
  - {id: a, name: A, normalise: none}
adjustments:
  - {id: wars, name: Wars, kind: bonus, column: wars, cap: 10}
`,
    { codes },
  );
});

test('in Chinese', () => {
  expectFindings(
    `indicatorSystem: 1
indicators:
  - {id: a, name: A, normalise: none}
adjustments:
  - {id: leak, name: 信息泄露, kind: deduction, column: leak, floor: 0}
                                 ^^^^^^^^^ information adjustment-reversed: 扣分项“信息泄露”减少分数，会使对象位次前移：总分以低为优
ranking: {best: lowest}
`,
    { codes, locale: 'zh-CN' },
  );
});
