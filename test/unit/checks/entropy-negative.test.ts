import { test } from 'vitest';
import { expectFindings } from '../../support/annotated.ts';

const codes = ['entropy-negative', 'weighting-undefined'];
const data = { 'demo.csv': 'code,a,b\nx,1,2\ny,2,9\nz,3,4\n' };
const head = 'units: {id: code}\ndata: [{path: demo.csv}]\n';

test('z-scores under entropy weights, named with the lowest score', () => {
  expectFindings(
    `${head}weighting: {method: entropy}
                    ^^^^^^^ error entropy-negative: entropy weights under level 1 need scores from the start of the scale on: A has -1
defaults: {normalise: {method: z-score, mean: 0, sd: 1}}
indicators: [{id: a, name: A}, {id: b, name: B}]
`,
    { codes, files: data },
  );
});

test('a shift that makes them positive is enough; min–max needs none', () => {
  const text = (weighting: string, method: string) =>
    `${head}weighting: ${weighting}\ndefaults: {normalise: ${method}}\nindicators: [{id: a, name: A}, {id: b, name: B}]\n`;
  expectFindings(text('{method: entropy, shift: 1}', '{method: z-score, mean: 0, sd: 10}'), { codes, files: data });
  expectFindings(text('{method: entropy}', '{method: min-max}'), { codes, files: data });
});

test('as the second of two methods', () => {
  expectFindings(
    `${head}weighting: {method: critic, combine: product, with: {method: entropy}}
                                                             ^^^^^^^ error entropy-negative: “第一级”的熵权要求得分不低于量程起点：“A”有 -1
defaults: {normalise: {method: z-score, mean: 0, sd: 1}}
indicators: [{id: a, name: A}, {id: b, name: B}]
`,
    { codes, files: data, locale: 'zh-CN' },
  );
});
