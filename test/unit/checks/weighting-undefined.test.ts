import { test } from 'vitest';
import { expectFindings } from '../../support/annotated.ts';

const codes = ['weighting-undefined'];
const head = 'units: {id: code}\ndata: [{path: demo.csv}]\ndefaults: {normalise: none}\n';
const leaves = 'indicators: [{id: a, name: A}, {id: b, name: B}]\n';

test('a constant child, and what it does to the method', () => {
  expectFindings(
    `${head}weighting: {method: pca}
                    ^^^ error weighting-undefined: pca gives no weights under level 1: b: all its scores are equal
${leaves}`,
    { codes, files: { 'demo.csv': 'code,a,b\nx,1,5\ny,2,5\nz,3,5\n' } },
  );
});

test('too few complete units', () => {
  expectFindings(
    `${head}weighting: {method: independence}
                    ^^^^^^^^^^^^ error weighting-undefined: independence 无法给出“第一级”下的权重：得分数量少于方法所需
${leaves}`,
    { codes, locale: 'zh-CN', files: { 'demo.csv': 'code,a,b\nx,1,5\ny,2,6\nz,3,\n' } },
  );
});

test('methods that can take a constant child give it no weight', () => {
  expectFindings(`${head}weighting: {method: critic}\n${leaves}`, {
    codes,
    files: { 'demo.csv': 'code,a,b\nx,1,5\ny,2,7\nz,9,5\n' },
  });
});
