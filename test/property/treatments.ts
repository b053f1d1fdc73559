/** Random treatments of outliers, every kind of transformation among them. */
import fc from 'fast-check';
import type { Treatment } from '../../server/src/engine/leafPlan.ts';

export const treatment: fc.Arbitrary<Treatment> = fc.record({
  skew: fc.constantFrom(0.1, 1, 2),
  kurtosis: fc.constantFrom(-2, 0, 3.5),
  winsorise: fc.record({ max: fc.constantFrom(0, 1, 5), force: fc.boolean() }),
  transform: fc.constantFrom(
    { method: 'log' as const, mirrored: true },
    { method: 'log-shift' as const, mirrored: false },
    { method: 'box-cox' as const, mirrored: false, lambda: 0.5 },
    { method: 'log-gii' as const, mirrored: false },
  ),
  combine: fc.boolean(),
});
