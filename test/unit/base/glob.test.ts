import { expect, test } from 'vitest';
import { matchesGlob } from '../../../server/src/base/glob.ts';

test.each([
  ['drafts', 'drafts/a.indicators.yaml', true],
  ['./drafts/', 'drafts/2024/a.indicators.yaml', true],
  ['drafts', 'my/drafts/a.indicators.yaml', false],
  ['**/drafts', 'my/drafts/a.indicators.yaml', true],
  ['**/drafts/**', 'drafts/a.indicators.yaml', true],
  ['**/*.old.*', 'a/b/c.old.indicators.yaml', true],
  ['*.indicators.yaml', 'a/b.indicators.yaml', false],
  ['a?.indicators.{yaml,yml}', 'a1.indicators.yml', true],
  ['{2023,2024}/*', '2024/a.indicators.yaml', true],
  ['{2023,2024}/*', '2025/a.indicators.yaml', false],
  ['指标[1](草案)+.*', '指标[1](草案)+.indicators.yaml', true],
  ['a.b', 'axb', false],
  ['{open', 'open', true],
  ['', 'a', false],
])('%s names %s: %s', (glob, path, isNamed) => {
  expect(matchesGlob(glob, path)).toBe(isNamed);
});
