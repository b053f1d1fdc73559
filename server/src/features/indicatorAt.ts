/** Which indicator a place of the text belongs to. */
import type { Indicator } from '../model/indicator.ts';
import type { IndicatorSystem } from '../model/system.ts';
import type { MapEntry, Tree } from '../syntax/tree.ts';

export interface IndicatorPlace {
  readonly indicator: Indicator;
  /** The entry of the indicator's own map; `undefined` between entries. */
  readonly entry: MapEntry | undefined;
  /** Whether the place is in the entry's key. */
  readonly isKey: boolean;
}

/** The innermost indicator whose map contains the offset. */
export function indicatorAt(tree: Tree, system: IndicatorSystem, offset: number): IndicatorPlace | undefined {
  const path = tree.pathAt(offset);
  const isOnPath = ({ own }: Indicator) => path.includes(own.node);
  // What an alias names may stand outside of what it is repeated in.
  let indicator = tree.aliasExpansion > 0 ? system.indicators.findLast(isOnPath) : system.top.find(isOnPath);
  for (let inner = indicator; inner !== undefined; inner = inner.children?.find(isOnPath)) indicator = inner;
  if (indicator === undefined) return undefined;
  const depth = path.indexOf(indicator.own.node);
  const next = path[depth + 1];
  const entry = next?.kind === 'entry' ? next : undefined;
  return { indicator, entry, isKey: entry !== undefined && path[depth + 2]?.start === entry.key.start };
}

/** Whether the place stands for the indicator as a whole: its first key, its id, its name or its weight. */
export function namesIndicator({ indicator, entry, isKey }: IndicatorPlace): boolean {
  if (entry === undefined) return false;
  return isKey ? entry === indicator.own.node.entries[0] : ['id', 'name', 'weight'].includes(entry.name);
}
