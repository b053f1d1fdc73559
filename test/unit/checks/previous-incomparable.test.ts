import { describe, test } from 'vitest';
import { expectFindings } from '../../support/annotated.ts';

const codes = ['previous-incomparable'];
const definition = (keys: string, normalise: string) => `indicatorSystem: 1
${keys}indicators:
  - {id: online, name: 网办率, normalise: ${normalise}}
`;
const previous = 'previous: 2019.indicators.yaml\n';

test('another full mark and another scale', () => {
  expectFindings(
    definition(
      `${previous}fullMark: 110
          ^^^ warning previous-incomparable: the full mark is 110, in the previous edition 100: scores cannot be compared
`,
      'none',
    ),
    { codes, files: { '2019.indicators.yaml': definition('', 'none') } },
  );
  expectFindings(
    definition(
      `${previous}scale: [0, 1]
       ^^^^^^ warning previous-incomparable: 得分区间为 0–1，上一版为 0–100：得分不可比
`,
      'none',
    ),
    { codes, files: { '2019.indicators.yaml': definition('', 'none') }, locale: 'zh-CN' },
  );
  expectFindings(
    definition(
      `previous: 2019.indicators.yaml
          ^^^^^^^^^^^^^^^^^^^^ warning previous-incomparable: the full mark is 100, in the previous edition 110: scores cannot be compared
`,
      'none',
    ),
    { codes, files: { '2019.indicators.yaml': definition('fullMark: 110\n', 'none') } },
  );
});

test('numbers that are learned anew, of leaves, aggregates and weights', () => {
  expectFindings(
    `indicatorSystem: 1
previous: 2019.indicators.yaml
          ^^^^^^^^^^^^^^^^^^^^ warning previous-incomparable: the numbers behind 网办率, 服务 are not those of the previous edition (min-max, entropy): scores also move with the other units
indicators:
  - {id: online, name: 网办率, normalise: min-max}
  - id: service
    name: 服务
    weighting: {method: entropy}
    indicators: [{id: a, name: A, normalise: none}, {id: b, name: B, normalise: none}]
  - {id: new, name: 新增, normalise: min-max}
`,
    {
      codes,
      files: {
        '2019.indicators.yaml':
          'indicatorSystem: 1\nindicators: [{id: online, name: 网办率, normalise: min-max}, {id: service, name: 服务, indicators: [{id: a, name: A}]}]\n',
      },
    },
  );
});

describe('comparable', () => {
  test.each([
    ['goalposts', '{method: goalposts, lower: 0, upper: 100}', 'min-max'],
    ['frozen numbers', '{method: min-max, parameters: {min: 3, max: 90}}', 'min-max'],
    [
      'the same frozen numbers',
      '{method: min-max, parameters: {min: 3, max: 90}}',
      '{method: min-max, parameters: {min: 3, max: 90}}',
    ],
    ['scores as they are', 'none', 'none'],
  ])('%s', (_, now, then) => {
    const files = { '2019.indicators.yaml': definition('fullMark: 100\n', then) };
    expectFindings(definition(previous, now), { codes, files });
  });

  test('other frozen numbers are not', () => {
    expectFindings(
      definition(
        `previous: 2019.indicators.yaml
          ^^^^^^^^^^^^^^^^^^^^ warning previous-incomparable: the numbers behind 网办率 are not those of the previous edition (min-max): scores also move with the other units
`,
        '{method: min-max, parameters: {min: 3, max: 90}}',
      ),
      { codes, files: { '2019.indicators.yaml': definition('', '{method: min-max, parameters: {min: 1, max: 90}}') } },
    );
  });
});

test('another end that is best', () => {
  expectFindings(
    `${definition('previous: 2019.indicators.yaml\n', 'none')}ranking: {best: lowest}
                ^^^^^^ warning previous-incomparable: the lowest total is best, in the previous edition the highest: scores cannot be compared
`,
    { codes, files: { '2019.indicators.yaml': definition('', 'none') } },
  );
});
