import { expect, test } from 'vitest';
import { expectFindings } from '../../support/annotated.ts';
import { findingsOf } from '../../support/memory.ts';

const codes = ['yaml-syntax'];

test('a broken place is found, and the rest is still checked', () => {
  expectFindings(
    `indicatorSystem: 1
indicators:
  - id: a
    nam
    ^^^ error yaml-syntax: A colon and a value are missing after this key: write \`key: value\`.
  - {id: b, weight: 60]
    ^ error yaml-syntax: This \`{\` is never closed: a \`}\` is missing.
  - {id: c, name: C, weight: 50}
`,
    { codes },
  );
  const rest = findingsOf({ 'demo.indicators.yaml': 'title: "open\nweights: percents\n' });
  expect(rest.map(({ code }) => code)).toContain('yaml-syntax');
});

test('full-width punctuation is named where it stands', () => {
  expectFindings(
    `indicatorSystem: 1
indicators:
  - {id: a，name: 甲，weight: 30}
                  ^ error yaml-syntax: 这里用了全角逗号“，”。\`[ ]\` 或 \`{ }\` 里需要英文逗号加一个空格：请改成 \`, \`。
  - {id: b, name: 乙, weight： 30}
                           ^ error yaml-syntax: 这里用了全角冒号“：”。YAML 需要英文冒号加一个空格：请改成 \`: \`。
  - id: c
    name：丙
        ^ error yaml-syntax: 这里用了全角冒号“：”。YAML 需要英文冒号加一个空格：请改成 \`: \`。
`,
    { codes, locale: 'zh-CN' },
  );
});

test('a half-written file gives no second finding on what is being typed', () => {
  for (const last of ['  - id: b\n    we', '  - {id: b, name', '  - id: b\n    name: "B']) {
    const text = `indicatorSystem: 1\nindicators:\n  - {id: a, name: A}\n${last}`;
    const errors = findingsOf({ 'demo.indicators.yaml': text }).filter(({ severity }) => severity === 'error');
    expect(errors.map(({ code }) => code)).toEqual(['yaml-syntax']);
  }
});

test('aliases that go too far have findings of their own', () => {
  expectFindings(
    `indicatorSystem: 1
description: &x [*x]
indicators: []
`,
    { codes },
  );
});
