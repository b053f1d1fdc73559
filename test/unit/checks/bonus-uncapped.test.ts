import { test } from 'vitest';
import { expectFindings } from '../../support/annotated.ts';

const codes = ['bonus-uncapped'];

test('in the tree and after it', () => {
  expectFindings(
    `indicatorSystem: 1
indicators:
  - {id: a, name: A}
  - {id: cases, name: 优秀创新案例, bonus: {when: {score: {above: 80}}}}
                              ^^^^^ error bonus-uncapped: the bonus 优秀创新案例 has no cap: give the most points that it may add
adjustments:
  - {id: prize, name: {en: Prize, zh-CN: 获奖}, kind: bonus, column: prize, points: 2}
                                                    ^^^^^ error bonus-uncapped: the bonus Prize has no cap: give the most points that it may add
  - {id: capped, kind: bonus, column: prize, cap: 5}
  - {id: leak, kind: deduction, column: leak, floor: 0}
`,
    { codes },
  );
});

test('in Chinese; a cap that cannot be read is not missing', () => {
  expectFindings(
    `indicatorSystem: 1
indicators:
  - {id: a, name: A}
adjustments:
  - {id: prize, name: {en: Prize, zh-CN: 获奖}, kind: bonus, column: prize, points: 2}
                                                    ^^^^^ error bonus-uncapped: 加分项“获奖”没有上限，请写明最多加几分（cap）
  - {id: other, kind: bonus, column: prize, cap: 五}
`,
    { codes, locale: 'zh-CN' },
  );
});
