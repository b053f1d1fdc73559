import { expect, test } from 'vitest';
import { expectFindings, fixed } from '../../support/annotated.ts';

const codes = ['schema'];

test('a value of the wrong type, a missing key, a word that is not allowed', () => {
  expectFindings(
    `indicatorSystem: 1
weights: percents
         ^^^^^^^^ error schema: \`weights\` is \`percents\`; it takes \`percent\`, \`fraction\`, \`points\` or \`relative\`; did you mean \`percent\`?
scale: 100
       ^^^ error schema: \`scale\` is \`100\`; it takes two numbers, such as \`[0, 100]\`
indicators:
  - id: a
    name: A
    weight:
    ^^^^^^ error schema: \`weight\` has no value; it takes a number or a map (\`key: value\`)
  - {name: B, weight: [1]}
     ^^^^ error schema: \`id\` is missing in an indicator
              ^^^^^^ error schema: \`weight\` is a list; it takes a number or a map (\`key: value\`)
`,
    { codes },
  );
});

test('in Chinese', () => {
  expectFindings(
    `indicatorSystem: 1
indicators:
  - {id: a, name: A, direction: up}
                                ^^ error schema: \`direction\` 的值是 \`up\`，应为 \`positive\` 或 \`negative\`
`,
    { codes, locale: 'zh-CN' },
  );
});

test('the fix writes the word that was meant and leaves the comment', () => {
  expect(fixed('indicatorSystem: 1\nweights: percents # 百分制\nindicators: []\n', 'schema')).toBe(
    'indicatorSystem: 1\nweights: percent # 百分制\nindicators: []\n',
  );
});

test('what is not supported is not found a second time', () => {
  expectFindings(
    `indicatorSystem: 1
robustness: {runs: many}
indicators:
  - {id: a, name: A, normalise: {method: min-max}}
`,
    { codes },
  );
});
