/**
 * What the systems of one file hand on, each to the next: what is known of a node holds for as long as there is the node,
 * whatever is edited elsewhere. A cache: with it or without it every answer is the same.
 */
import { entryOf, itemsOf, type MapNode, type Place } from '../syntax/tree.ts';
import type { Header } from './header.ts';
import type { IndicatorText } from './indicator.ts';
import { readIndicatorText } from './readIndicator.ts';
import type { KeysOf } from './system.ts';
import { mapOf } from './written.ts';

/** What is known of a node. */
export interface Known {
  readonly own: IndicatorText;
  /** Of the values. */
  level: number;
  /** By fold; with the header that was seen. */
  readonly values: Map<object, { readonly header: Header | undefined; readonly value: unknown }>;
}

interface Index {
  nodes: readonly MapNode[];
  readonly places: Map<string, readonly Place[]>;
  /** Keys with more than one place. */
  readonly shared: Set<string>;
}

export class Memory {
  private readonly byNode = new WeakMap<MapNode, Known>();
  private readonly indexes = new Map<KeysOf, Index>();

  of(node: MapNode): Known {
    const known = this.byNode.get(node);
    if (known !== undefined) return known;
    const fresh: Known = { own: readIndicatorText(node), level: 0, values: new Map() };
    this.byNode.set(node, fresh);
    return fresh;
  }

  /** Where the keys of the indicators under `nodes` stand: what differs from the last time is put right. */
  index(keysOf: KeysOf, nodes: readonly MapNode[]): Omit<Index, 'nodes'> {
    const index: Index = this.indexes.get(keysOf) ?? { nodes: [], places: new Map(), shared: new Set() };
    if (index.nodes === nodes) return index;
    this.indexes.set(keysOf, index);
    this.follow(index.nodes, nodes, 1, (node, isThere) => {
      const keys = keysOf(this.of(node).own);
      for (const key of keys.length > 1 ? new Set(keys) : keys) {
        const before = index.places.get(key);
        if (before === undefined) {
          if (isThere) index.places.set(key, [node]);
          continue;
        }
        const others = before.filter(place => !isSameText(place, node));
        const places = isThere ? [...others, node] : others;
        if (places.length === 0) index.places.delete(key);
        else index.places.set(key, places);
        if (places.length > 1) index.shared.add(key);
        else index.shared.delete(key);
      }
    });
    index.nodes = nodes;
    return index;
  }

  /** Tells of each indicator whose own text is only in one of two lists or below it: first of those that are gone. */
  private follow(
    old: readonly MapNode[],
    now: readonly MapNode[],
    level: number,
    tell: (node: MapNode, isThere: boolean) => void,
  ): void {
    const gone: MapNode[] = [];
    const come: MapNode[] = [];
    this.compare(old, now, level, { gone, come });
    for (const node of gone) tell(node, false);
    for (const node of come) tell(node, true);
  }

  private compare(
    old: readonly MapNode[],
    now: readonly MapNode[],
    level: number,
    found: { readonly gone: MapNode[]; readonly come: MapNode[] },
  ): void {
    if (level > 100) return;
    const most = Math.min(old.length, now.length);
    let front = 0;
    while (front < most && old[front] === now[front]) front++;
    let back = 0;
    while (back < most - front && old.at(-1 - back) === now.at(-1 - back)) back++;
    for (let index = front; index < Math.max(old.length, now.length) - back; index++) {
      const before = index < old.length - back ? old[index] : undefined;
      const after = index < now.length - back ? now[index] : undefined;
      if (before === undefined || after === undefined || !isSameText(before, after)) {
        if (before !== undefined) found.gone.push(before);
        if (after !== undefined) found.come.push(after);
      }
      this.compare(childrenOf(before), childrenOf(after), level + 1, found);
    }
  }
}

/** Whether two nodes were read from the same text: what is nested in them as items may differ. */
export function isSameText(one: Place, other: Place): boolean {
  return one.piece === other.piece && one.start === other.start;
}

export function childrenOf(node: MapNode | undefined): readonly MapNode[] {
  return itemsOf(entryOf(node, 'indicators')?.value).flatMap(item => mapOf(item) ?? []);
}
