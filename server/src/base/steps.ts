/** Long work in steps: between two of them a host may do something else, or give it up. Knows neither the work nor the host. */
export type Steps<Result> = Generator<void, Result>;

/** Does it in one go. */
export function atOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}
