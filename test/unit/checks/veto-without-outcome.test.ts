import { test } from 'vitest';
import { expectFindings } from '../../support/annotated.ts';

const codes = ['veto-without-outcome'];

test('neither a score nor a tier', () => {
  expectFindings(
    `indicatorSystem: 1
indicators:
  - {id: a, name: A}
adjustments:
  - {id: offline, name: 网站无法访问, kind: veto, column: offline, equals: 是}
                                      ^^^^ error veto-without-outcome: the veto 网站无法访问 gives neither a score nor a tier: say then: {score: …} or then: {tier: …}
  - {id: empty, kind: veto, column: offline, equals: 是, then: {}}
                                                        ^^^^ error veto-without-outcome: the veto empty gives neither a score nor a tier: say then: {score: …} or then: {tier: …}
  - {id: score, kind: veto, column: offline, equals: 是, then: {score: 59}}
  - {id: tier, kind: veto, column: offline, equals: 是, then: {tier: 不合格}}
tiers: [{name: 合格, atLeast: 60}, {name: 不合格}]
`,
    { codes },
  );
});

test('in Chinese', () => {
  expectFindings(
    `indicatorSystem: 1
indicators:
  - {id: a, name: A}
adjustments:
  - {id: offline, name: 网站无法访问, kind: veto, column: offline, equals: 是}
                                      ^^^^ error veto-without-outcome: 一票否决“网站无法访问”既没有得分也没有档次，请写明 then: {score: …} 或 then: {tier: …}
`,
    { codes, locale: 'zh-CN' },
  );
});
