import { describe, expect, test } from 'vitest';
import { expectFindings, fixed } from '../../support/annotated.ts';
import { findingsOf } from '../../support/memory.ts';

const codes = ['missing-undeclared'];
const head = 'indicatorSystem: 1\nunits: {id: code}\ndata: [{path: demo.csv}]\n';
const files = { 'demo.csv': 'code,online,reply,open\na,97,90,80\nb,,,70\nc,95,,60\n' };

test('one finding, at the first indicator that lacks values', () => {
  expectFindings(
    `${head}indicators:
  - {id: open, name: 开放率, normalise: none}
  - {id: online, name: 网办率, normalise: none}
         ^^^^^^ warning missing-undeclared: values are missing and nothing says how they count (missing: exclude is used): 网办率 1 of 3, 答复率 2 of 3
  - {id: reply, name: 答复率, normalise: none}
`,
    { codes, files },
  );
  expectFindings(
    `${head}indicators:
  - {id: any, name: 网办率, column: online, normalise: none}
                                 ^^^^^^ warning missing-undeclared: 有缺失值而未写明如何计分（现按 missing: exclude）：网办率 1/3
`,
    { codes, files, locale: 'zh-CN' },
  );
});

describe('a policy', () => {
  test.each([
    ['of the file', 'defaults: {missing: exclude}', ''],
    ['of the file, a least share', 'defaults: {minShare: 0.5}', ''],
    ['of the file, filled', 'defaults: {impute: {method: mean}}', ''],
    ['of the index', 'missing: fail', ''],
    ['of the leaf', '', 'missing: zero'],
    ['of the leaf, filled', '', 'impute: {method: median}'],
  ])('%s', (_, top, own) => {
    const definition = `${head}${top}\nindicators:\n  - {id: online, name: 网办率, normalise: none, ${own}}\n`;
    expectFindings(definition, { codes, files });
  });
});

test('a cell that is no number, and one that does not apply, is not missing', () => {
  expectFindings(
    `${head.replace('csv}', 'csv, notApplicable: [/]}')}indicators:\n  - {id: online, name: 网办率, normalise: none}\n`,
    { codes, files: { 'demo.csv': 'code,online\na,97%\nb,/\nc,95\n' } },
  );
});

test('the fix states what is done already', () => {
  const text = `${head}indicators:\n  - {id: online, name: 网办率, normalise: none}\n`;
  const stated = fixed(text, 'missing-undeclared', 0, files);
  expect(stated).toContain('defaults: {missing: exclude}');
  expect(findingsOf({ 'demo.indicators.yaml': stated, ...files }).map(({ code }) => code)).not.toContain(codes[0]);
  const beside = text.replace('indicators:\n', 'defaults: {normalise: none}\nindicators:\n');
  expect(fixed(beside, 'missing-undeclared', 0, files)).toContain('defaults: {normalise: none, missing: exclude}');
});
