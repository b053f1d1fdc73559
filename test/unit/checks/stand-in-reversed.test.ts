import { test } from 'vitest';
import { expectFindings } from '../../support/annotated.ts';

const codes = ['stand-in-reversed'];

test('zero for what is missing and full for what does not apply, wherever they are written', () => {
  expectFindings(
    `indicatorSystem: 1
missing: zero
         ^^^^ warning stand-in-reversed: a missing value counts as 0, the best that a score can be: the lowest total is best
defaults: {missing: exclude, notApplicable: full}
                                            ^^^^ warning stand-in-reversed: what does not apply counts 100, the worst score: the lowest total is best
indicators:
  - id: a
    name: A
    missing: fail
    indicators:
      - {id: b, name: B, missing: zero, normalise: none}
                                  ^^^^ warning stand-in-reversed: a missing value counts as 0, the best that a score can be: the lowest total is best
      - {id: c, name: C, missing: {value: 0}, normalise: none}
ranking: {best: lowest}
`,
    { codes },
  );
});

test('nothing where the highest total is best, or 0 is not the best', () => {
  const definition = (keys: string) =>
    `indicatorSystem: 1\n${keys}\ndefaults: {missing: zero}\nindicators:\n  - {id: a, name: A, normalise: none}\n`;
  expectFindings(definition('ranking: {best: highest}'), { codes });
  expectFindings(definition('scale: [-50, 50]\nranking: {best: lowest}'), { codes });
});

test('in Chinese', () => {
  expectFindings(
    `indicatorSystem: 1
missing: zero
         ^^^^ warning stand-in-reversed: 缺失按 0 分计，而总分以低为优：缺失反而最有利
indicators:
  - {id: a, name: A, normalise: none}
ranking: {best: lowest}
`,
    { codes, locale: 'zh-CN' },
  );
});
