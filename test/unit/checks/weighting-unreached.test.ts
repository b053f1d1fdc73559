import { test } from 'vitest';
import { expectFindings } from '../../support/annotated.ts';

const codes = ['weighting-unreached'];
const files = { 'demo.csv': 'code,a,b\nx,40,50\ny,70,60\nz,95,80\nu,50,70\n' };
const text = (shares: string) => `units: {id: code}
data: [{path: demo.csv}]
defaults: {normalise: none}
weighting: {method: optimised, shares: ${shares}}
`;
const leaves = 'indicators: [{id: a, name: A}, {id: b, name: B}]\n';

test('shares that the correlations do not allow', () => {
  expectFindings(
    `${text('{a: 1, b: 20}')}                    ^^^^^^^^^ warning weighting-unreached: the shares of correlation asked for under level 1 cannot be reached: the nearest weights miss one by 38.77 percentage points
${leaves}`,
    { codes, files },
  );
});

test('shares that can be reached', () => {
  expectFindings(text('{a: 1, b: 1}') + leaves, { codes, files });
});
