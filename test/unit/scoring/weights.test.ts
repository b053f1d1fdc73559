import { expect, test } from 'vitest';
import { effectiveWeights } from '../../../server/src/scoring/weights.ts';
import { systemOf } from '../../support/scoring.ts';

function weights(indicators: string, group?: string) {
  return Object.fromEntries(
    [...effectiveWeights(systemOf(`indicators:\n${indicators}`), group)].map(([id, { share, effective }]) => [
      id,
      [share, effective],
    ]),
  );
}

test('shares are exact: thirds of 33.3 are thirds', () => {
  const text = '  - {id: a, weight: 33.3}\n  - {id: b, weight: 33.3}\n  - {id: c, weight: 33.3}\n';
  const [a] = effectiveWeights(systemOf(`indicators:\n${text}`)).values();
  expect(a!.exactShare).toEqual({ numerator: 1n, denominator: 3n });
  expect(a!.share).toBe(1 / 3);
});

test('effective weights are products of shares; no weights are equal shares; bonuses stand outside', () => {
  const text = `
  - id: p
    weight: 60
    indicators: [{id: a, weight: 70}, {id: b, weight: 30}]
  - id: q
    weight: 40
    indicators: [{id: c}, {id: d}]
  - id: extra
    bonus: {cap: 10}
    indicators: [{id: e}]
`;
  expect(weights(text)).toEqual({
    p: [0.6, 0.6],
    a: [0.7, 0.42],
    b: [0.3, 0.18],
    q: [0.4, 0.4],
    c: [0.5, 0.2],
    d: [0.5, 0.2],
  });
});

test('siblings of which some have no weight, or one that is no number, have no shares, nor has what is below', () => {
  expect(weights('  - {id: a, weight: 50}\n  - {id: b, indicators: [{id: c}]}\n')).toEqual({});
  expect(weights('  - {id: a, weight: 12％}\n  - {id: b, weight: 88}\n')).toEqual({});
  expect(weights('  - {id: a, weight: -12}\n  - {id: b, weight: 112}\n')).toEqual({});
});

test('weights by group are those of the group that is asked for', () => {
  const text = '  - {id: a, weight: {省级: 60, 市级: 50}}\n  - {id: b, weight: {省级: 40, 市级: 50}}\n';
  expect(weights(text)).toEqual({});
  expect(weights(text, '省级')).toEqual({ a: [0.6, 0.6], b: [0.4, 0.4] });
  expect(weights(text, '市级')).toEqual({ a: [0.5, 0.5], b: [0.5, 0.5] });
});
