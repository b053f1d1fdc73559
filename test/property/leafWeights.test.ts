/** A law of the bounds by which the rules on effective weights spare themselves an exact look. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type LeafWeight, leafWeightBounds, leafWeights } from '../../server/src/checks/leafWeights.ts';
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
      const all = leafWeights(system);
      for (const { percent } of all) {
        expect(percent).toBeGreaterThanOrEqual(least - 1e-9);
        expect(percent).toBeLessThanOrEqual(most + 1e-9);
      }
      // Those that are asked for by what they count for at most are among those that are looked at.
      const middle = (least + most) / 2;
      const little = (each: LeafWeight) => each.percent < middle - 1e-9;
      expect(leafWeights(system, { most: middle }).filter(little)).toEqual(all.filter(little));
    }),
    { numRuns: 300 },
  );
});

test('after a weight is edited the bounds are those of the text read anew', () => {
  const parts = fc.array(part, { minLength: 1, maxLength: 5 });
  const edits = fc.array(fc.record({ nth: fc.nat(30), weight }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(parts, edits, (top, changes) => {
      let text = definitionOf(top, -1);
      let tree = parse(text);
      let system = readSystem(tree);
      leafWeightBounds(system);
      for (const { nth, weight: to } of changes) {
        const written = [...text.matchAll(/weight:.*/g)];
        const { index, 0: old } = written[nth % Math.max(1, written.length)] ?? { index: 0, 0: '' };
        if (old === '') continue;
        text = `${text.slice(0, index)}weight: ${to}${text.slice(index + old.length)}`;
        tree = parse(text, tree);
        system = readSystem(tree, system);
        expect(leafWeightBounds(system)).toEqual(leafWeightBounds(readSystem(parse(text))));
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
