/** The nearest of some names to a mistyped one: for “did you mean”. */

/** `undefined` where none is near: more than a third of the letters differ. Case, width and `-_.` differences are free. */
export function nearest(name: string, names: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const candidate of names) {
    const distance = editDistance(folded(name), folded(candidate));
    const allowed = Math.max(1, Math.floor(Math.max(folded(name).length, folded(candidate).length) / 3));
    if (distance <= allowed && distance < bestDistance && distance < Math.max(folded(name).length, 1)) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** NFKC folds full-width letters to plain ones. */
function folded(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[-_.\s]/g, '');
}

/** Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment distance). */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const isSame = a[row - 1] === b[column - 1];
      let distance = Math.min(last[column]! + 1, current[column - 1]! + 1, last[column - 1]! + (isSame ? 0 : 1));
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        distance = Math.min(distance, beforeLast[column - 2]! + 1);
      }
      current.push(distance);
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length]!;
}
