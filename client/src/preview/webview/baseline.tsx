/** What the ranking is compared with: its name, and the way to another. */
import type { Strings } from './strings.ts';
import type { ViewState } from './viewState.ts';

export function baselineName(baseline: ViewState['baseline'], strings: Strings): string {
  return strings.baselines[baseline.kind] ?? baseline.kind;
}
