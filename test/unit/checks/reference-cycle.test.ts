import { test } from 'vitest';
import { expectFindings } from '../../support/annotated.ts';

const codes = ['reference-cycle'];

test('an edition before itself', () => {
  expectFindings(
    `indicatorSystem: 1
previous: ./demo.indicators.yaml
          ^^^^^^^^^^^^^^^^^^^^^^ error reference-cycle: the previous edition leads back to this one: demo.indicators.yaml → demo.indicators.yaml
indicators: []
`,
    { codes },
  );
});

test('through another edition, in Chinese', () => {
  expectFindings(
    `previous: 2023.indicators.yaml
          ^^^^^^^^^^^^^^^^^^^^ error reference-cycle: 上一版又绕回本版：demo.indicators.yaml → 2023.indicators.yaml → demo.indicators.yaml
indicators: []
`,
    { codes, locale: 'zh-CN', files: { '2023.indicators.yaml': 'previous: demo.indicators.yaml\n' } },
  );
});

test('a circle that this edition is not part of', () => {
  expectFindings(
    `previous: 2023.indicators.yaml
          ^^^^^^^^^^^^^^^^^^^^ error reference-cycle: the previous editions go round in a circle: demo.indicators.yaml → 2023.indicators.yaml → 2023.indicators.yaml
indicators: []
`,
    { codes, files: { '2023.indicators.yaml': 'previous: 2023.indicators.yaml\n' } },
  );
});

test('an alias inside what it stands for; one that stands for nothing is another mistake', () => {
  expectFindings(
    `indicators:
  - {id: a, name: A, source: *nowhere}
  - {id: b, name: B, description: &b {zh-CN: *b}}
                                             ^^ error reference-cycle: this alias stands inside what it stands for
`,
    { codes },
  );
});

test('editions in a row', () => {
  expectFindings('previous: 2023.indicators.yaml\n', {
    codes,
    files: { '2023.indicators.yaml': 'previous: 2022.indicators.yaml\n' },
  });
});
