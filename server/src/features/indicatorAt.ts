/** Which indicator a place of the text belongs to. */
import type { Indicator, IndicatorSystem } from '../model/system.ts';
import { keyText } from '../model/written.ts';
import type { MapEntry, Node, Tree } from '../syntax/tree.ts';

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
  const byNode = new Map<Node, Indicator>(system.indicators.map(each => [each.own.node, each]));
  const depth = path.findLastIndex(part => part.kind === 'map' && byNode.has(part));
  const map = path[depth];
  if (map?.kind !== 'map') return undefined;
  const next = path[depth + 1];
  const entry = next?.kind === 'entry' ? next : undefined;
  return { indicator: byNode.get(map)!, entry, isKey: entry !== undefined && path[depth + 2] === entry.key };
}

/** Whether the place stands for the indicator as a whole: its first key, its id, its name or its weight. */
export function namesIndicator({ indicator, entry, isKey }: IndicatorPlace): boolean {
  if (entry === undefined) return false;
  return isKey ? entry === indicator.own.node.entries[0] : ['id', 'name', 'weight'].includes(keyText(entry));
}
