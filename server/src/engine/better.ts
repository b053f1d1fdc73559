/** Which of two totals is the better one: the one place that knows that it may be the lower. */

/** The totals that rank first. */
export type Best = 'highest' | 'lowest';

/** A difference of two totals times this is above 0 where the first is the better. */
export function betterSign(best: Best = 'highest'): 1 | -1 {
  return best === 'lowest' ? -1 : 1;
}

export function worseOf(a: number, b: number, best: Best | undefined): number {
  return betterSign(best) * (a - b) < 0 ? a : b;
}

/** In which direction a leaf's values become better: that of its scores, or where the lowest are best, the other. */
export function betterDirection(direction: 'positive' | 'negative', best: Best | undefined): 'positive' | 'negative' {
  return (direction === 'positive') === betterSign(best) > 0 ? 'positive' : 'negative';
}
