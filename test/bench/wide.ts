/**
 * A made-up system of 58 leaves in nine dimensions for any number of units, and its data: whole-number arithmetic below
 * 2^53 and one division, so that another program can make the same numbers of the unit's position alone.
 */
import type { Column } from '../../server/src/engine/column.ts';
import type { LeafPlan } from '../../server/src/engine/leafPlan.ts';
import type { Normalisation } from '../../server/src/engine/normalisation.ts';
import type { Input, NodePlan, Plan } from '../../server/src/engine/plan.ts';

export const nLeaves = 58;
export const nGroups = 31;
export const shares = [10, 20, 30] as const;
const nDimensions = 9;

/** Of every cell, by the position of unit and leaf, from 0: this over `divisor`, missing below `nMissing` of a thousand. */
export const cells = {
  modulus: 2147483647,
  otherModulus: 2147483629,
  multiplier: 16807,
  divisor: 20000000,
  nMissing: 30,
  factorOf: (leaf: number) => 1000003 + 7919 * leaf,
};

/** Five normalisations in turn; the means of the second half of the dimensions are geometric, their leaves positive. */
export function widePlan(nUnits: number, normalise: (leaf: number) => Normalisation = fiveInTurn): Plan {
  const nodes: NodePlan[] = [];
  const dimensions: NodePlan[] = [];
  for (let leaf = 0; leaf < nLeaves; leaf++) nodes.push(leafOf(leaf, normalise(leaf)));
  for (let dimension = 0; dimension < nDimensions; dimension++) {
    const children = nodes.flatMap((_, leaf) => (dimensionOf(leaf) === dimension ? [leaf] : []));
    dimensions.push({
      kind: 'aggregate',
      children,
      weightSets: [children.map(child => 1 + (child % 4))],
      aggregate: isGeometric(dimension) ? 'geometric' : 'arithmetic',
      missing: 'exclude',
    });
  }
  nodes.push(...dimensions);
  nodes.push({
    kind: 'aggregate',
    children: dimensions.map((_, dimension) => nLeaves + dimension),
    weightSets: [dimensions.map((_, dimension) => 5 + (dimension % 3))],
    aggregate: 'arithmetic',
    missing: 'exclude',
  });
  const groups = Array.from({ length: nGroups }, (_, group) => [group]);
  const within = { nGroups, groupsOf: Array.from({ length: nUnits }, (_, unit) => groups[unit % nGroups]!) };
  return {
    nUnits,
    scale: [0, 100],
    nodes,
    indexFactor: 1,
    adjustments: [],
    ranking: {
      round: { decimals: 6, mode: 'half-up', when: 'before-rank' },
      ties: 'competition',
      tieOrder: Int32Array.from({ length: nUnits }, (_, unit) => unit),
      within: [within],
    },
    tiers: { kind: 'quotas', tiers: [...shares.map(topShare => ({ topShare })), {}], within },
  };
}

export function wideInput(nUnits: number): Input {
  return { columns: Array.from({ length: nLeaves }, (_, leaf) => wideColumn(leaf, nUnits)) };
}

function wideColumn(leaf: number, nUnits: number): Column {
  const values = new Float64Array(nUnits);
  const states = new Uint8Array(nUnits);
  const { modulus, otherModulus, multiplier, divisor, nMissing, factorOf } = cells;
  for (let unit = 0; unit < nUnits; unit++) {
    const number = ((((unit + 1) * factorOf(leaf)) % modulus) * multiplier) % otherModulus;
    if (number % 1000 < nMissing) states[unit] = 1;
    else values[unit] = number / divisor;
  }
  return { values, states };
}

function leafOf(column: number, normalise: Normalisation): LeafPlan {
  const direction = column % 7 === 6 ? 'negative' : 'positive';
  return { kind: 'leaf', source: { kind: 'column', column }, direction, normalise };
}

function dimensionOf(leaf: number): number {
  return leaf % nDimensions;
}

function isGeometric(dimension: number): boolean {
  return dimension >= nDimensions / 2;
}

function fiveInTurn(leaf: number): Normalisation {
  const range = [1, 100] as const;
  const five: readonly Normalisation[] = [
    { method: 'min-max', range },
    { method: 'goalposts', range, lower: 5, upper: 95, truncate: true },
    { method: 'z-score', mean: 50, sd: 10 },
    { method: 'log-goalposts', range, lower: 1, upper: 100, truncate: true },
    { method: 'fraction-of-max', range },
  ];
  return five[leaf % five.length]!;
}
