/**
 * Judgement matrices of the analytic hierarchy process: weights, consistency, and the judgement that hurts most.
 * `matrix[i][j]` says how much more important child i is than child j, `null` where nobody judged; the matrix is
 * reciprocal and its diagonal is 1.
 */
import { type EigenPair, principalEigen } from './eigen.ts';

export type JudgementMatrix = readonly (readonly (number | null)[])[];

/** Mean consistency indices of random matrices, for 3, 4, 5… children; beyond the table its last value, which is strict. */
export const randomIndices = {
  /** Saaty, The Analytic Hierarchy Process (1980). */
  'saaty-1980': [0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59],
  /** Saaty, European Journal of Operational Research 145 (2003); from 11 on Saaty and Tran (2007). */
  'saaty-2003': [0.52, 0.89, 1.11, 1.25, 1.35, 1.4, 1.45, 1.49, 1.52, 1.54, 1.56, 1.58, 1.59],
} as const satisfies Readonly<Record<string, readonly number[]>>;

export type RandomIndexTable = keyof typeof randomIndices;

export interface Consistency {
  /** The principal eigenvalue; n where the judgements are consistent. */
  readonly lambda: number;
  /** CI = (λ − n)/(n − 1), and CR = CI/RI; both 0 for up to two children. */
  readonly index: number;
  readonly ratio: number;
}

/**
 * Weights that sum to 1, and λ. Where pairs were not judged, by Harker’s rule: they count as 0 and each adds 1 to the
 * diagonal of its rows (Harker, Mathematical Modelling 9, 1987). `undefined` where the judgements do not connect all.
 */
export function judgedWeights(matrix: JudgementMatrix): EigenPair | undefined {
  return isConnected(matrix) ? principalEigen(matrix.map(harkerRow)) : undefined;
}

export function consistencyOf(matrix: JudgementMatrix, table: RandomIndexTable): Consistency | undefined {
  const lambda = judgedWeights(matrix)?.value;
  const n = matrix.length;
  if (lambda === undefined) return undefined;
  if (n <= 2) return { lambda: n, index: 0, ratio: 0 };
  const index = Math.max(0, (lambda - n) / (n - 1));
  const indices = randomIndices[table];
  return { lambda, index, ratio: index / indices[Math.min(n - 3, indices.length - 1)]! };
}

export interface Worst {
  /** The positions of the pair. */
  readonly left: number;
  readonly right: number;
  /** The step of Saaty’s scale (1/9 … 9) for `left` over `right` that the other judgements ask for, and CR with it. */
  readonly mended: number;
  readonly ratio: number;
}

/**
 * The judgement whose correction lowers CR most: each is in turn taken as not judged, and what the others say in its
 * place is set to the nearest step of Saaty’s scale. `undefined` where none can be spared or no correction helps.
 */
export function worstJudgement(matrix: JudgementMatrix, table: RandomIndexTable): Worst | undefined {
  const now = consistencyOf(matrix, table)?.ratio ?? 0;
  let worst: Worst | undefined;
  for (let left = 0; left < matrix.length; left++) {
    for (let right = left + 1; right < matrix.length; right++) {
      if (matrix[left]![right] === null) continue;
      const others = judgedWeights(withJudgement(matrix, left, right, null));
      if (others === undefined) continue;
      const mended = nearestOnScale(others.vector[left]! / others.vector[right]!);
      const ratio = consistencyOf(withJudgement(matrix, left, right, mended), table)!.ratio;
      if (ratio < (worst?.ratio ?? now) - 1e-9) worst = { left, right, mended, ratio };
    }
  }
  return worst;
}

/** 1, 2, … 9 or their reciprocals. */
export function nearestOnScale(ratio: number): number {
  const steps = [1, 2, 3, 4, 5, 6, 7, 8, 9];
  const scale = [...steps.slice(1).map(step => 1 / step), ...steps];
  const distance = (step: number) => Math.abs(Math.log(step) - Math.log(ratio));
  return scale.reduce((nearest, step) => (distance(step) < distance(nearest) - 1e-12 ? step : nearest));
}

export function withJudgement(matrix: JudgementMatrix, left: number, right: number, value: number | null) {
  return matrix.map((row, i) =>
    row.map((entry, j) =>
      i === left && j === right ? value : i === right && j === left ? (value === null ? null : 1 / value) : entry,
    ),
  );
}

function harkerRow(row: readonly (number | null)[], index: number): readonly number[] {
  const nMissing = row.filter(entry => entry === null).length;
  return row.map((entry, column) => (column === index ? 1 + nMissing : (entry ?? 0)));
}

function isConnected(matrix: JudgementMatrix): boolean {
  const reached = new Set([0]);
  for (const from of reached) {
    for (const [to, judgement] of matrix[from]!.entries()) if (judgement !== null) reached.add(to);
  }
  return reached.size === matrix.length;
}
