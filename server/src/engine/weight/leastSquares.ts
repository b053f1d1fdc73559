/** The least sum of squares over shares: points without negative parts that sum to 1 (Levenberg and Marquardt, projected). */

export interface Found {
  readonly point: readonly number[];
  readonly isConverged: boolean;
  /** The largest residual at the point, in absolute terms. */
  readonly largestResidual: number;
}

/** `residualsAt` answers `undefined` where there are none; at `start` there must be some. It must be smooth. */
export function leastSquares(
  start: readonly number[],
  residualsAt: (point: readonly number[]) => readonly number[] | undefined,
): Found {
  let point = start;
  let residuals = residualsAt(start)!;
  let damping = 1e-3;
  for (let step = 0; step < 300; step++) {
    const sizeHere = size(residuals);
    if (largest(residuals) < 1e-14) break;
    const slopes = jacobian(point, residuals, residualsAt);
    const gradient = point.map((_, k) => residuals.reduce((sum, each, row) => sum + each * slopes[row]![k]!, 0));
    const free = point.flatMap((part, k) => (part > 0 || gradient[k]! < 0 ? [k] : []));
    let isBetter = false;
    while (!isBetter && damping < 1e12) {
      const move = direction(slopes, gradient, free, damping);
      const next = onShares(point.map((part, k) => part + move[k]!));
      const there = next && residualsAt(next);
      isBetter = there !== undefined && size(there) < sizeHere;
      damping = isBetter ? Math.max(damping / 8, 1e-15) : damping * 4;
      if (isBetter) [point, residuals] = [next!, there!];
    }
    if (!isBetter) return finished(point, residuals, true);
  }
  return finished(point, residuals, largest(residuals) < 1e-10);
}

function finished(point: readonly number[], residuals: readonly number[], isConverged: boolean): Found {
  return { point, isConverged, largestResidual: largest(residuals) };
}

/** Slopes by central differences; one-sided at the border. */
function jacobian(
  point: readonly number[],
  here: readonly number[],
  residualsAt: (point: readonly number[]) => readonly number[] | undefined,
): number[][] {
  const slopes = here.map(() => point.map(() => 0));
  for (const k of point.keys()) {
    const width = 1e-6 * Math.max(point[k]!, 0.01);
    const below = point[k]! >= width ? width : 0;
    const right = residualsAt(point.with(k, point[k]! + width)) ?? here;
    const left = below === 0 ? here : (residualsAt(point.with(k, point[k]! - below)) ?? here);
    for (const row of here.keys()) slopes[row]![k] = (right[row]! - left[row]!) / (width + below);
  }
  return slopes;
}

/** The step over the free parts, the others 0; parts are kept at a constant sum. */
function direction(
  slopes: readonly (readonly number[])[],
  gradient: readonly number[],
  free: readonly number[],
  damping: number,
): readonly number[] {
  const matrix = free.map(a =>
    free.map(b => slopes.reduce((sum, row) => sum + row[a]! * row[b]!, 0) + 1 + (a === b ? damping : 0)),
  );
  const move = solved(
    matrix,
    free.map(k => -gradient[k]!),
  );
  return gradient.map((_, k) => (free.includes(k) ? move[free.indexOf(k)]! : 0));
}

/** Gauss’s elimination with pivots; the matrix is positive definite. */
function solved(matrix: readonly (readonly number[])[], right: readonly number[]): readonly number[] {
  const rows = matrix.map((row, index) => [...row, right[index]!]);
  const n = rows.length;
  for (let column = 0; column < n; column++) {
    const pivot = rows.reduce(
      (best, row, index) => (index >= column && Math.abs(row[column]!) > Math.abs(rows[best]![column]!) ? index : best),
      column,
    );
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    const top = rows[column]!;
    for (let row = column + 1; row < n; row++) {
      const factor = rows[row]![column]! / top[column]!;
      for (let k = column; k <= n; k++) rows[row]![k]! -= factor * top[k]!;
    }
  }
  const solution = right.map(() => 0);
  for (let row = n - 1; row >= 0; row--) {
    const known = solution.reduce((sum, value, k) => sum + (k > row ? rows[row]![k]! * value : 0), 0);
    solution[row] = (rows[row]![n]! - known) / rows[row]![row]!;
  }
  return solution;
}

/** Negative parts to 0, the sum to 1; `undefined` where nothing is left. */
function onShares(point: readonly number[]): readonly number[] | undefined {
  const kept = point.map(part => Math.max(0, part));
  const total = kept.reduce((a, b) => a + b, 0);
  return total > 0 && Number.isFinite(total) ? kept.map(part => part / total) : undefined;
}

function size(residuals: readonly number[]): number {
  return residuals.reduce((sum, each) => sum + each * each, 0);
}

function largest(residuals: readonly number[]): number {
  return residuals.reduce((most, each) => Math.max(most, Math.abs(each)), 0);
}
