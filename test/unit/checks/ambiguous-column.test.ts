import { expect, test } from 'vitest';
import { expectFindings, fixed } from '../../support/annotated.ts';

const codes = ['ambiguous-column'];

const files = { 'demo.csv': 'code,a,b,c\nu1,1,2,3\n', 'more.csv': 'code,a,b,d\nu1,9,8,7\n' };

const definition = (said: string) => `indicatorSystem: 1
units: {id: code}
data: [{id: survey, path: demo.csv}, {path: more.csv}]
defaults: {normalise: none}
indicators:
  - {id: a, name: A}
${said}  - {id: second, name: B, column: b}
  - {id: c, name: C}
  - {id: d, name: D}
`;

test('columns that several sources have are one finding, and the fix says which is read', () => {
  const said =
    '         ^ warning ambiguous-column: A, B: the column is in survey, more.csv; survey is read, say so by from\n';
  expectFindings(definition(said), { codes, files });
  const mended = fixed(definition(''), 'ambiguous-column', 0, files);
  expect(mended).toContain('{id: a, name: A, from: survey}');
  expect(mended).toContain('{id: second, name: B, column: b, from: survey}');
  expectFindings(mended, { codes, files });
});

test('in Chinese', () => {
  expectFindings(
    definition(
      '         ^ warning ambiguous-column: A、B：survey、more.csv 都有该列，读取的是 survey，请用 from 写明\n',
    ),
    { codes, files, locale: 'zh-CN' },
  );
});
