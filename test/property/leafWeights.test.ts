/** A law of the bounds by which the rules on effective weights spare themselves an exact look. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { leafWeightBounds, leafWeights } from '../../server/src/checks/leafWeights.ts';
import { readSystem } from '../../server/src/model/read.ts';
import { parse } from '../../server/src/syntax/parse.ts';

interface Part {
  readonly weight: string;
  readonly children: readonly Part[];
}

/** Weights that are missing, by group, not numbers, zero or negative too. */
const weight = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 1, max: 60 }).map(String) },
  fc.constantFrom('', '0', '0.5', '33.3', '-2', '12％', '{省级: 3, 市级: 4}'),
);

const { part } = fc.letrec<{ part: Part }>(tie => ({
  part: fc.record({
    weight,
    children: fc.oneof({ depthSize: 'small' }, fc.constant([]), fc.array(tie('part'), { minLength: 1, maxLength: 4 })),
  }),
}));

test('no leaf counts for less or for more than the bounds say', () => {
  const parts = fc.array(part, { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(parts, fc.nat(4), (top, nthBonus) => {
      const system = readSystem(parse(definitionOf(top, nthBonus)));
      const { least, most } = leafWeightBounds(system);
      for (const { percent } of leafWeights(system)) {
        expect(percent).toBeGreaterThanOrEqual(least - 1e-9);
        expect(percent).toBeLessThanOrEqual(most + 1e-9);
      }
    }),
    { numRuns: 300 },
  );
});

function definitionOf(top: readonly Part[], nthBonus: number): string {
  const lines = ['indicatorSystem: 1', 'indicators:'];
  const write = ({ weight, children }: Part, indent: string, isBonus: boolean) => {
    lines.push(`${indent}- id: i${lines.length}`);
    if (weight !== '') lines.push(`${indent}  weight: ${weight}`);
    if (isBonus) lines.push(`${indent}  bonus: {cap: 5}`);
    if (children.length > 0) lines.push(`${indent}  indicators:`);
    for (const child of children) write(child, `${indent}    `, false);
  };
  for (const [nth, each] of top.entries()) write(each, '  ', nth === nthBonus);
  return lines.join('\n');
}
