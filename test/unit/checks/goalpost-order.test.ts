import { expect, test } from 'vitest';
import { expectFindings, fixed } from '../../support/annotated.ts';
import { inMemory } from '../../support/memory.ts';

const codes = ['goalpost-order'];

test('lower and upper are compared in leaves and in the defaults, whatever the direction', () => {
  expectFindings(
    `indicatorSystem: 1
defaults:
  normalise: {method: goalposts, lower: 100, upper: 0}
                                        ^^^ error goalpost-order: the lower goalpost 100 is not below the upper one, 0
indicators:
  - {id: life, name: Life expectancy, normalise: {method: goalposts, lower: 20, upper: 85}}
  - id: bad
    name: 差评率
    direction: negative
    normalise: {method: log-goalposts, lower: 50, upper: 50.0}
                                              ^^ error goalpost-order: the lower goalpost 50 is not below the upper one, 50.0
`,
    { codes },
  );
});

test('in Chinese', () => {
  expectFindings(
    `indicatorSystem: 1
indicators:
  - {id: life, name: 预期寿命, normalise: {method: goalposts, lower: 85, upper: 20}}
                                                                 ^^ error goalpost-order: 下限 85 不低于上限 20
`,
    { codes, locale: 'zh-CN' },
  );
});

test('the fix swaps them as written; equal ones have none', () => {
  expectFindings(
    `indicatorSystem: 1
indicators:
  - {id: life, name: Life expectancy, normalise: {method: goalposts, lower: 85.0, upper: 20}} # years
                                                                            ^^^^ error goalpost-order: the lower goalpost 85.0 is not below the upper one, 20
`,
    { codes },
  );
  const text = `indicatorSystem: 1
indicators:
  - {id: life, name: Life expectancy, normalise: {method: goalposts, lower: 85.0, upper: 20}} # years
`;
  expect(fixed(text, 'goalpost-order', 0)).toBe(`indicatorSystem: 1
indicators:
  - {id: life, name: Life expectancy, normalise: {method: goalposts, lower: 20, upper: 85.0}} # years
`);
});

test('the scale and plausible values begin below their end; nothing else is said of what lies outside', () => {
  const files = { 'demo.csv': 'code,a,b\nu1,10,20\nu2,30,40\n' };
  const text = (scale: string, under: string) => `indicatorSystem: 1
scale: ${scale}
${under}units: {id: code}
data: [{path: demo.csv}]
defaults: {normalise: none}
indicators:
  - {id: a, name: A, range: [50, 5]}
`;
  expectFindings(
    text('[100, 0]', '        ^^^ error goalpost-order: the scale begins at 100, not below its end, 0\n').replace(
      '[50, 5]}\n',
      `[50, 5]}
                             ^^ error goalpost-order: the lowest plausible value 50 is above the highest, 5
`,
    ),
    { codes: [...codes, 'score-outside-scale', 'data-range', 'normalise-mixed', 'not-scored'], files },
  );
  const { workspace, file } = inMemory({ 'demo.indicators.yaml': text('[100, 0]', ''), ...files });
  expect(workspace.scoring(file)!.compiled.noTotals?.code).toBe('scale-order');
  expect(fixed(text('[100, 0]', ''), 'goalpost-order', 0)).toContain('scale: [0, 100]');
  expectFindings(`indicatorSystem: 1\nindicators:\n  - {id: a, name: A, range: [5, 5]}\n`, { codes });
});

test('an output range that begins at its end', () => {
  expectFindings(
    `indicatorSystem: 1
indicators:
  - {id: a, name: A, normalise: {method: min-max, range: [100, 0]}}
                                                          ^^^ error goalpost-order: the output range begins at 100, not below its end, 0: that less is better is said by direction
  - {id: b, name: B, normalise: {method: min-max, range: [1, 100]}}
`,
    { codes: ['goalpost-order'] },
  );
});
