/** Weights of siblings when one of them is drawn: the others share what is left in proportion. Pure. */
import type { Trial, WeightLevel } from '../../../../server/src/protocol/questions.ts';

/** The weights of a level as tried, else as written; whatever is not of the level is left out. */
export function weightsIn(level: WeightLevel, tried: Readonly<Record<string, number>>): readonly number[] {
  const isFitting = level.members.every(({ id }) => typeof tried[id] === 'number');
  return level.members.map(({ id, weight }) => (isFitting ? tried[id]! : weight));
}

/**
 * All weights are whole multiples of the level's step and sum to its whole, exactly. Where the others have nothing, they
 * share equally. What is left over goes to the largest remainders.
 */
export function rebalanced(
  level: WeightLevel,
  weights: readonly number[],
  index: number,
  value: number,
): readonly number[] {
  const { step, whole } = level;
  const nSteps = Math.round(whole / step);
  const own = Math.min(nSteps, Math.max(0, Math.round(value / step)));
  const others = weights.map((weight, position) => (position === index ? 0 : weight));
  const sum = others.reduce((total, weight) => total + weight, 0);
  const nOthers = weights.length - 1;
  const exact = others.map((weight, position) => {
    if (position === index) return own;
    return sum > 0 ? ((nSteps - own) * weight) / sum : (nSteps - own) / nOthers;
  });
  const parts = exact.map(Math.floor);
  let left = nSteps - parts.reduce((total, part) => total + part, 0);
  const byRemainder = exact
    .map((part, position) => ({ position, remainder: part - Math.floor(part) }))
    .filter(({ position }) => position !== index)
    .sort((a, b) => b.remainder - a.remainder || a.position - b.position);
  for (const { position } of byRemainder) {
    if (left <= 0) break;
    parts[position]! += 1;
    left -= 1;
  }
  return parts.map(part => Number(textOf(part * step, step)));
}

/** As they are to be written: those that differ from the file. */
export function triedWeights(level: WeightLevel, weights: readonly number[]): Trial {
  const changed = level.members.flatMap(({ id, weight }, index) =>
    weights[index] === weight ? [] : [[id, textOf(weights[index]!, level.step)] as const],
  );
  return { weights: Object.fromEntries(changed) };
}

/** With the decimals of the step at most, and no zeros at the end. */
export function textOf(weight: number, step: number): string {
  const places = Math.max(0, Math.round(-Math.log10(step)));
  const text = weight.toFixed(places);
  return places === 0 ? text : text.replace(/\.?0+$/, '');
}
