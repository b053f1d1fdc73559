/** The judgement matrix of an aggregate, and what is wrong with what was written. Knows nothing of weights. */
import type { JudgementMatrix } from '../engine/weight/judgements.ts';
import type { Indicator } from '../model/indicator.ts';
import type { Judgement, Weighting } from '../model/method.ts';

export interface Judged {
  /** Over the children in their order; `null` where nobody judged. */
  readonly matrix: JudgementMatrix;
  /** What was written for a pair, whichever way round; the first where several were. */
  readonly written: (left: number, right: number) => Judgement | undefined;
  /** Pairs of positions without a judgement, in order. */
  readonly missing: readonly (readonly [left: number, right: number])[];
  /** A pair judged twice, the one not being the other's reciprocal; or an indicator judged against itself (`first` is missing). */
  readonly contradicted: readonly { readonly first: Judgement | undefined; readonly second: Judgement }[];
  /** Ids that are not among the children. */
  readonly unknown: readonly { readonly judgement: Judgement; readonly id: string }[];
  /** Whether every judgement could be read and understood. */
  readonly isReadable: boolean;
}

/** Reciprocals are written rounded: 1/7 as 0.14. */
const roundingOfReciprocals = 0.05;

export function judgementsOf(weighting: Weighting, children: readonly Indicator[]): Judged {
  const matrix = children.map((_, row) => children.map((__, column): number | null => (row === column ? 1 : null)));
  const written = new Map<string, Judgement>();
  const contradicted: { first: Judgement | undefined; second: Judgement }[] = [];
  const unknown: { judgement: Judgement; id: string }[] = [];
  const positionOf = (id: string) => children.findIndex(child => child.id === id);
  const all = weighting.judgements?.all ?? [];
  for (const judgement of all) {
    const [left, right] = [positionOf(judgement.left), positionOf(judgement.right)];
    if (left < 0) unknown.push({ judgement, id: judgement.left });
    if (right < 0) unknown.push({ judgement, id: judgement.right });
    const value = judgement.value?.value;
    if (left < 0 || right < 0 || value === undefined) continue;
    const known = matrix[left]![right]!;
    if (known === null) {
      matrix[left]![right] = value;
      matrix[right]![left] = 1 / value;
      written.set(pairKey(left, right), judgement);
    } else if (Math.abs(Math.log(value / known)) > roundingOfReciprocals) {
      contradicted.push({ first: written.get(pairKey(left, right)), second: judgement });
    }
  }
  return {
    matrix,
    written: (left, right) => written.get(pairKey(left, right)),
    missing: missingPairs(matrix),
    contradicted,
    unknown,
    isReadable: all.every(({ value }) => value !== undefined) && unknown.length === 0 && contradicted.length === 0,
  };
}

function pairKey(left: number, right: number): string {
  return `${Math.min(left, right)}/${Math.max(left, right)}`;
}

function missingPairs(matrix: JudgementMatrix): readonly (readonly [number, number])[] {
  return matrix.flatMap((row, left) =>
    row.flatMap((judgement, right) => (right > left && judgement === null ? [[left, right] as const] : [])),
  );
}
