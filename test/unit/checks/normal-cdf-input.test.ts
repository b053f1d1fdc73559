import { test } from 'vitest';
import { expectFindings } from '../../support/annotated.ts';

const codes = ['normal-cdf-input'];

test('scores on the scale, z-scores around 50, ranks; in an aggregate and in the index', () => {
  expectFindings(
    `indicatorSystem: 1
standardise: normal-cdf
             ^^^^^^^^^^ warning normal-cdf-input: normal-cdf of level 1 needs z-scores around 0, but A is scored 0–100
indicators:
  - id: a
    name: A
    standardise: normal-cdf
                 ^^^^^^^^^^ warning normal-cdf-input: normal-cdf of A needs z-scores around 0, but A1 is scored 25–75
    indicators:
      - {id: a1, name: A1, normalise: {method: z-score, mean: 50, sd: 10}}
      - {id: a2, name: A2, normalise: z-score}
  - id: b
    name: B
    standardise: {method: normal-cdf}
                          ^^^^^^^^^^ warning normal-cdf-input: normal-cdf of B needs z-scores around 0, but B1 is scored rank
    indicators: [{id: b1, name: B1, normalise: rank}, {id: b2, name: B2, normalise: rank}]
`,
    { codes },
  );
});

test('z-scores, aggregates of them and what only the data tell', () => {
  expectFindings(
    `indicatorSystem: 1
defaults: {normalise: z-score}
standardise: normal-cdf
indicators:
  - {id: a, name: A, indicators: [{id: a1, name: A1}, {id: a2, name: A2}]}
  - {id: b, name: B, standardise: z-score, indicators: [{id: b1, name: B1, normalise: min-max}]}
  - {id: c, name: C, normalise: {method: scaled, lower: 0, upper: 9}}
  - {id: d, name: D, normalise: {method: min-max, range: [-3, 3]}}
`,
    { codes },
  );
});
