/** Eigenvalues and eigenvectors. Small matrices only: as many rows as an aggregate has children. */

export interface EigenPair {
  readonly value: number;
  /** Of length 1. */
  readonly vector: readonly number[];
}

/** All pairs of a symmetric matrix, the largest value first (Jacobi’s rotations). */
export function symmetricEigen(matrix: readonly (readonly number[])[]): readonly EigenPair[] {
  const n = matrix.length;
  const a = matrix.map(row => [...row]);
  const vectors = matrix.map((_, row) => matrix.map((__, column) => (row === column ? 1 : 0)));
  for (let sweep = 0; sweep < 60 && offDiagonal(a) > 0; sweep++) {
    for (let p = 0; p < n - 1; p++) for (let q = p + 1; q < n; q++) rotate(a, vectors, p, q);
  }
  return a
    .map((row, index) => ({ value: row[index]!, vector: vectors.map(each => each[index]!) }))
    .sort((one, other) => other.value - one.value);
}

function offDiagonal(a: readonly (readonly number[])[]): number {
  return a.reduce((sum, row, p) => sum + row.reduce((part, value, q) => part + (q > p ? Math.abs(value) : 0), 0), 0);
}

/** Makes a[p][q] zero. */
function rotate(a: number[][], vectors: number[][], p: number, q: number): void {
  const apq = a[p]![q]!;
  if (Math.abs(apq) <= 1e-18 * Math.sqrt(Math.abs(a[p]![p]! * a[q]![q]!))) {
    a[p]![q] = a[q]![p] = 0;
    return;
  }
  const theta = (a[q]![q]! - a[p]![p]!) / (2 * apq);
  const tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const cosine = 1 / Math.hypot(tangent, 1);
  const sine = tangent * cosine;
  for (const row of a) turn(row, p, q, cosine, sine);
  const [rowP, rowQ] = [a[p]!, a[q]!];
  rowP.forEach((x, k) => {
    const y = rowQ[k]!;
    rowP[k] = cosine * x - sine * y;
    rowQ[k] = sine * x + cosine * y;
  });
  a[p]![q] = a[q]![p] = 0;
  for (const row of vectors) turn(row, p, q, cosine, sine);
}

function turn(row: number[], p: number, q: number, cosine: number, sine: number): void {
  const [x, y] = [row[p]!, row[q]!];
  row[p] = cosine * x - sine * y;
  row[q] = sine * x + cosine * y;
}

/**
 * The largest eigenvalue of a matrix without negative numbers that connects all its rows and has a positive diagonal,
 * and its vector, scaled to sum 1 (Perron and Frobenius). By squaring the matrix, then by iterating.
 */
export function principalEigen(matrix: readonly (readonly number[])[]): EigenPair {
  let power = scaled(matrix);
  for (let squaring = 0; squaring < 24; squaring++) power = scaled(product(power, power));
  let vector = toSumOne(power.map(row => row.reduce((a, b) => a + b, 0)));
  for (let step = 0; step < 8; step++) vector = toSumOne(times(matrix, vector));
  const value = times(matrix, vector).reduce((a, b) => a + b, 0);
  return { value, vector };
}

function product(left: readonly (readonly number[])[], right: readonly (readonly number[])[]): number[][] {
  return left.map(row =>
    right[0]!.map((_, column) => row.reduce((sum, value, k) => sum + value * right[k]![column]!, 0)),
  );
}

function times(matrix: readonly (readonly number[])[], vector: readonly number[]): number[] {
  return matrix.map(row => row.reduce((sum, value, k) => sum + value * vector[k]!, 0));
}

function scaled(matrix: readonly (readonly number[])[]): number[][] {
  const largest = Math.max(...matrix.map(row => Math.max(...row)));
  return matrix.map(row => row.map(value => value / largest));
}

function toSumOne(vector: readonly number[]): number[] {
  const sum = vector.reduce((a, b) => a + b, 0);
  return vector.map(value => value / sum);
}
