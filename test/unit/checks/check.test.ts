/** What the runner of the rules does with what they find. */
import { expect, test } from 'vitest';
import { findingsOf, inMemory } from '../../support/memory.ts';

const repeated = `indicatorSystem: 1
id: d
title: T
indicators:
  - &a {id: a, name: A, weight: 0, source: s, normalise: none}
${'  - *a\n'.repeat(2000)}`;

test('what an alias repeats is said once', () => {
  const said = findingsOf({ 'demo.indicators.yaml': repeated }).map(
    ({ code, range, message }) => `${code} ${range.start} ${message.en}`,
  );
  expect(new Set(said).size).toBe(said.length);
  expect(said.filter(each => each.startsWith('duplicate-id'))).toHaveLength(1);
});

test('two mistakes at one place stay two', () => {
  const text =
    'indicatorSystem: 1\nid: d\ntitle: T\nindicators:\n  - {id: a, name: A, weight: x, wieght: 1, source: s}\n';
  const codes = findingsOf({ 'demo.indicators.yaml': text }).map(({ code }) => code);
  expect(codes).toEqual(expect.arrayContaining(['weight-range', 'unknown-key']));
});

test('the text is judged once, with its data and without, and severities are of the file', () => {
  const text = `indicatorSystem: 1
id: d
title: T
rules: {weight-sum: {severity: hint, reason: r}}
indicators: [{id: a, name: A, weight: 60, source: s}, {id: b, name: B, weight: 41, source: s}]
`;
  const { workspace, file } = inMemory({ 'demo.indicators.yaml': text });
  const ofSum = (all: ReturnType<typeof workspace.findings>) => all.filter(({ code }) => code === 'weight-sum');
  expect(ofSum(workspace.findings(file))).toEqual(ofSum(workspace.textFindings(file)));
  expect(ofSum(workspace.findings(file)).map(({ severity, fixes }) => [severity, fixes.length])).toEqual([['hint', 2]]);
});
