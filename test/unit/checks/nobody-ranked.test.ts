import { test } from 'vitest';
import { expectFindings } from '../../support/annotated.ts';

const codes = ['nobody-ranked'];
const definition = (ranking: string) => `indicatorSystem: 1
units: {id: code, name: name, groups: {kind: {column: kind}}}
data: [{path: demo.csv}]
indicators:
  - {id: online, name: 网办率, normalise: none, missing: exclude}
  - {id: reply, name: 答复率, normalise: none, missing: exclude}
${ranking}`;
const files = { 'demo.csv': 'code,name,kind,ranked,online,reply\na,海州,市,是,97,\nb,江州,市,是,,80\n' };

test('a condition that no unit meets; in Chinese', () => {
  expectFindings(
    definition(`ranking: {ties: dense, eligible: {where: {column: ranked, equals: 可}}}
                                                                  ^ warning nobody-ranked: none of the 2 units with a score may be ranked: no unit meets what \`eligible\` asks for
`),
    { codes, files },
  );
  expectFindings(
    definition(`ranking: {ties: dense, eligible: {minShare: 0.66}}
                                            ^^^^ warning nobody-ranked: 有得分的 2 个评估对象均不能参与排名：没有对象符合 \`eligible\` 的要求
`),
    { codes, files, locale: 'zh-CN' },
  );
});

test('one is enough; and without any score another finding tells why', () => {
  expectFindings(definition('ranking: {ties: dense, eligible: {minShare: 0.66, include: [a]}}\n'), { codes, files });
  expectFindings(definition('ranking: {ties: dense}\n'), { codes, files });
  const empty = { 'demo.csv': 'code,name,kind,ranked,online,reply\na,海州,市,是,,\n' };
  expectFindings(definition('ranking: {ties: dense, eligible: {minShare: 0.66}}\n'), { codes, files: empty });
});
