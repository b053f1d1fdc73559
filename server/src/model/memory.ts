/**
 * What the systems of one file hand on, each to the next: what is known of a node holds for as long as there is the node,
 * whatever is edited elsewhere. A cache: with it or without it every answer is the same.
 */
import { entryOf, itemsOf, type MapNode, type Node, type Place, type Tree } from '../syntax/tree.ts';
import type { Header } from './header.ts';
import type { IndicatorText } from './indicator.ts';
import { readIndicatorText } from './readIndicator.ts';
import type { Framework, KeysOf, Selection } from './system.ts';
import { mapOf } from './written.ts';

/** As deep as systems are read. */
const deepestLevel = 100;

/** What is known of a node. */
export interface Known {
  readonly own: IndicatorText;
  /** Of the values. */
  level: number;
  /** Of an aggregate, bit by bit: which selections were looked for in it and below, and which were found there. */
  asked: number;
  found: number;
  /** Of an aggregate, by fold; with the header that was seen. */
  values: Map<object, { readonly header: Header | undefined; readonly value: unknown }> | undefined;
  /** What stood there before, until something else is edited. */
  instead: Instead | undefined;
}

interface Instead {
  readonly of: Known;
  /** Where one child is all in which it differs: which, and what that child was. */
  readonly child: { readonly nth: number; readonly before: Known } | undefined;
}

interface FoldedTop {
  readonly header: Header;
  readonly nodes: readonly MapNode[];
  readonly values: readonly unknown[];
}

interface Index {
  /** Most keys have one place. */
  readonly places: Map<string, Place | readonly Place[]>;
  /** Keys with more than one place. */
  readonly shared: Set<string>;
}

/** Indicators that are in one of two lists only, or below it. */
interface Difference {
  readonly gone: MapNode[];
  readonly come: MapNode[];
  /** Those that are no longer there, whether or not their own text is. */
  readonly replaced: MapNode[];
}

export class Memory {
  /**
   * No weak map: what is kept with a key that nobody else has would stay until all memory is searched, which each key adds
   * to and which is what takes longest then.
   */
  private readonly byNode = new Map<MapNode, Known>();
  /** Those that stand instead of others. */
  private connected: Known[] = [];
  private readonly indexes = new Map<KeysOf, Index>();
  private readonly bits = new Map<Selection, number>();
  /** By fold: what level 1 came to when it was asked last. */
  readonly folds = new Map<object, FoldedTop>();
  /** Level 1 of the system that was asked last. */
  private nodes: readonly MapNode[] = [];
  /** Whether every node stands in one place, in that system and in the one before. */
  private isPlain = true;
  private wasPlain = true;

  /** Of how many nodes something is known. */
  get size(): number {
    return this.byNode.size;
  }

  /** Of the system that was followed last. */
  of(node: MapNode): Known {
    const known = this.byNode.get(node);
    if (known !== undefined) return known;
    const fresh: Known = {
      own: readIndicatorText(node),
      asked: 0,
      found: 0,
      level: -1,
      values: undefined,
      instead: undefined,
    };
    this.byNode.set(node, fresh);
    return fresh;
  }

  /** 0: there are more than a number has bits, and of this one nothing is remembered. */
  bitOf(selection: Selection): number {
    const known = this.bits.get(selection);
    if (known !== undefined) return known;
    const bit = this.bits.size < 31 ? 1 << this.bits.size : 0;
    this.bits.set(selection, bit);
    return bit;
  }

  /** To be told before anything is asked: what differs from the last time is put right. */
  follow(nodes: readonly MapNode[], { aliasExpansion }: Pick<Tree, 'aliasExpansion'>): void {
    if (this.nodes === nodes) return;
    this.isPlain = this.wasPlain && aliasExpansion === 0;
    this.wasPlain = aliasExpansion === 0;
    for (const known of this.connected) known.instead = undefined;
    this.connected = [];
    const difference: Difference = { gone: [], come: [], replaced: [] };
    // Nothing is known of the first ones, and nobody has looked for a key in them.
    if (this.nodes.length + this.indexes.size > 0) this.compare(this.nodes, nodes, 1, difference);
    for (const [keysOf, index] of this.indexes) this.update(index, keysOf, difference);
    for (const node of difference.replaced) this.byNode.delete(node);
    this.nodes = nodes;
  }

  /** Where the keys of the indicators stand that were followed. */
  index(keysOf: KeysOf, framework: Pick<Framework, 'all'>): Index {
    const known = this.indexes.get(keysOf);
    if (known !== undefined) return known;
    const index: Index = { places: new Map(), shared: new Set() };
    for (const { own } of framework.all) for (const key of keysOf(own)) putIn(index, key, own.node);
    this.indexes.set(keysOf, index);
    return index;
  }

  /** First those that are gone. */
  private update(index: Index, keysOf: KeysOf, { gone, come }: Difference): void {
    for (const node of gone) for (const key of keysOf(this.of(node).own)) takeOut(index, key, node);
    for (const node of come) for (const key of keysOf(this.of(node).own)) putIn(index, key, node);
  }

  private compare(old: readonly MapNode[], now: readonly MapNode[], level: number, found: Difference): void {
    if (level > deepestLevel) return;
    const { front, back } = sameEnds(old, now);
    for (let index = front; index < Math.max(old.length, now.length) - back; index++) {
      const before = index < old.length - back ? old[index] : undefined;
      const after = index < now.length - back ? now[index] : undefined;
      if (before !== undefined) found.replaced.push(before);
      const below = { old: childrenOf(before), now: childrenOf(after) };
      const isSame = before !== undefined && after !== undefined && isSameText(before, after);
      if (!isSame && before !== undefined) found.gone.push(before);
      if (!isSame && after !== undefined) found.come.push(after);
      if (before !== undefined && after !== undefined) this.connect(before, after, isSame ? below : undefined);
      this.compare(below.old, below.now, level + 1, found);
    }
  }

  /** Notes what a node stands instead of. `below`: where only they may differ. */
  private connect(before: MapNode, after: MapNode, below: Lists | undefined): void {
    const of = this.byNode.get(before);
    if (of === undefined || !this.isPlain) return;
    const nth = below && onlyDifference(below);
    const childBefore = nth === undefined ? undefined : this.byNode.get(below!.old[nth]!);
    const known = this.of(after);
    known.instead = { of, child: childBefore && { nth: nth!, before: childBefore } };
    this.connected.push(known);
  }
}

function putIn({ places, shared }: Index, key: string, node: MapNode): void {
  const before = places.get(key);
  const others = before === undefined ? none : placesIn(before).filter(place => !isSameText(place, node));
  places.set(key, others.length === 0 ? node : [...others, node]);
  if (others.length > 0) shared.add(key);
}

function takeOut({ places, shared }: Index, key: string, node: MapNode): void {
  const before = places.get(key);
  const others = before === undefined ? none : placesIn(before).filter(place => !isSameText(place, node));
  if (others.length === 0) places.delete(key);
  else places.set(key, others.length === 1 ? others[0]! : others);
  if (others.length < 2) shared.delete(key);
}

const none: readonly never[] = [];

interface Lists {
  readonly old: readonly MapNode[];
  readonly now: readonly MapNode[];
}

function onlyDifference({ old, now }: Lists): number | undefined {
  const { front, back } = sameEnds(old, now);
  return old.length === now.length && front + back === old.length - 1 ? front : undefined;
}

/** How many are the same at the front and, of the others, at the back. */
function sameEnds(old: readonly MapNode[], now: readonly MapNode[]) {
  const most = Math.min(old.length, now.length);
  let front = 0;
  while (front < most && old[front] === now[front]) front++;
  let back = 0;
  while (back < most - front && old.at(-1 - back) === now.at(-1 - back)) back++;
  return { front, back };
}

export function placesIn(found: Place | readonly Place[]): readonly Place[] {
  return 'piece' in found ? [found] : found;
}

/** Whether two nodes were read from the same text: what is nested in them as items may differ. */
export function isSameText(one: Place, other: Place): boolean {
  return one.piece === other.piece && one.start === other.start;
}

export function childrenOf(node: MapNode | undefined): readonly MapNode[] {
  const items = itemsOf(entryOf(node, 'indicators')?.value);
  return items.every(isMap) ? items : items.flatMap(each => mapOf(each) ?? []);
}

function isMap(node: Node): node is MapNode {
  return node.kind === 'map';
}
