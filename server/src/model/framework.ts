/**
 * The indicators in their places, made when they are first asked for: after an edit few of them are. What is known of a
 * node that has not changed is taken from the systems before (`memory.ts`).
 */
import { entryOf, itemsOf, type MapEntry, type MapNode, type Place, type Tree } from '../syntax/tree.ts';
import type { Header } from './header.ts';
import type { Indicator, IndicatorText, Siblings } from './indicator.ts';
import { childrenOf, type Known, Memory, placesIn } from './memory.ts';
import { siblingsUnder } from './siblings.ts';
import type { Fold, Framework, KeysOf, Selection } from './system.ts';
import { mapOf } from './written.ts';

/**
 * Deeper than any framework; what lies below is not read, so that no file can exhaust the stack. The schema says so
 * where it happens.
 */
const deepestLevel = 100;

export class FrameworkOfTree implements Framework {
  private readonly memory: Memory;
  readonly header: Header;
  private readonly tree: Tree;
  readonly node: MapNode | undefined;
  private foundTop: readonly Indicator[] | undefined;
  private foundAll: readonly Indicator[] | undefined;
  private foundSets: readonly Siblings[] | undefined;
  private foundTopNodes: readonly MapNode[] | undefined;
  private foundById: ReadonlyMap<string, readonly Indicator[]> | undefined;

  constructor(tree: Tree, header: Header, previous?: Framework) {
    this.header = header;
    this.tree = tree;
    this.node = mapOf(tree.root);
    this.memory = previous instanceof FrameworkOfTree ? previous.memory : new Memory();
  }

  get indicatorsEntry(): MapEntry | undefined {
    return entryOf(this.node, 'indicators');
  }

  /** Level 1. */
  get top(): readonly Indicator[] {
    this.foundTop ??= this.childrenIn(this.indicatorsEntry, undefined);
    return this.foundTop;
  }

  /** All, parents before children, in the order of the file. */
  get all(): readonly Indicator[] {
    if (this.foundAll === undefined) {
      const all: Indicator[] = [];
      const visit = (indicator: Indicator) => {
        (indicator as PlacedIndicator).place = all.length;
        all.push(indicator);
        indicator.children?.forEach(visit);
      };
      this.top.forEach(visit);
      this.foundAll = all;
    }
    return this.foundAll;
  }

  get byId(): ReadonlyMap<string, readonly Indicator[]> {
    this.foundById ??= groupById(this.all);
    return this.foundById;
  }

  get sets(): readonly Siblings[] {
    const parts = { top: this.top, indicatorsEntry: this.indicatorsEntry, aggregate: this.header.aggregate };
    this.foundSets ??= [undefined, ...this.all.filter(hasKeyOfChildren)].flatMap(parent =>
      siblingsUnder(parts, parent),
    );
    return this.foundSets;
  }

  fold<T>(fold: Fold<T>): readonly T[] {
    this.follow();
    const { memory, top, header } = this;
    const nodes = this.foundTopNodes!;
    const before = memory.folds.get(fold);
    const known = before !== undefined && (before.header === header || fold.seesHeader !== true) ? before : undefined;
    if (known?.nodes === nodes) return known.values as readonly T[];
    let isSame = known?.nodes.length === nodes.length;
    const values = top.map((indicator, nth) => {
      if (known !== undefined && known.nodes[nth] === nodes[nth]) return known.values[nth] as T;
      const value = (indicator as PlacedIndicator).folded(fold);
      isSame &&= Object.is(value, known?.values[nth]);
      return value;
    });
    const now = isSame ? (known!.values as readonly T[]) : values;
    memory.folds.set(fold, { header, nodes, values: now });
    return now;
  }

  foldOf<T>(fold: Fold<T>, indicator: Indicator): T {
    this.follow();
    return (indicator as PlacedIndicator).folded(fold);
  }

  having(selection: Selection): readonly Indicator[] {
    if (!this.hasAny(selection)) return nobody;
    const found: Indicator[] = [];
    const bit = this.memory.bitOf(selection);
    for (const indicator of this.top) (indicator as PlacedIndicator).addThose(selection, bit, found);
    return found;
  }

  hasAny(selection: Selection): boolean {
    return isAmong(this.top, selection, this.memory.bitOf(selection));
  }

  has(keysOf: KeysOf, key: string): boolean {
    return this.index(keysOf).places.has(key);
  }

  sharing(keysOf: KeysOf): readonly Indicator[] {
    // What an alias repeats stands in one place.
    if (this.tree.aliasExpansion > 0) return this.all;
    const { shared, places } = this.index(keysOf);
    if (shared.size === 0) return nobody;
    const starts = new Set<number>();
    for (const key of shared)
      for (const place of placesIn(places.get(key)!)) starts.add(this.tree.rangeOf(place).start);
    return [...starts].sort((a, b) => a - b).flatMap(start => this.at(start) ?? []);
  }

  private index(keysOf: KeysOf) {
    this.follow();
    return this.memory.index(keysOf, this);
  }

  private follow(): void {
    this.foundTopNodes ??= childrenOf(this.node);
    this.memory.follow(this.foundTopNodes, this.tree);
  }

  /** The indicator whose map starts at an offset. */
  private at(start: number): Indicator | undefined {
    const path = new Set<Place>(this.tree.pathAt(start));
    const isOnPath = ({ own }: Indicator) => path.has(own.node);
    let found: Indicator | undefined;
    for (let next = this.top.find(isOnPath); next !== undefined; next = next.children?.find(isOnPath)) found = next;
    return found;
  }

  childrenIn(entry: MapEntry | undefined, parent: PlacedIndicator | undefined): readonly Indicator[] {
    if ((parent?.level ?? 0) >= deepestLevel) return [];
    // What is remembered of these nodes is forgotten when others are followed.
    this.follow();
    const children: Indicator[] = [];
    const items = itemsOf(entry?.value);
    for (let position = 0; position < items.length; position++) {
      const node = mapOf(items[position]);
      if (node !== undefined) children.push(new PlacedIndicator(this.memory.of(node), position, parent, this));
    }
    return children;
  }
}

function hasKeyOfChildren({ own }: Indicator): boolean {
  return own.childrenEntry !== undefined;
}

class PlacedIndicator implements Indicator {
  readonly own: IndicatorText;
  readonly id: string;
  readonly level: number;
  readonly parent: PlacedIndicator | undefined;
  /** Among all; -1 until it is known. */
  place = -1;
  readonly #framework: FrameworkOfTree;
  readonly #known: Known;
  #children: readonly Indicator[] | undefined;

  constructor(known: Known, position: number, parent: PlacedIndicator | undefined, framework: FrameworkOfTree) {
    const { own } = known;
    const declared = own.declaredLevel?.value;
    this.own = own;
    this.id = own.id?.value ?? `${parent === undefined ? '#' : `${parent.id}.`}${position + 1}`;
    this.level = declared !== undefined && declared > 0 ? declared : (parent?.level ?? 0) + 1;
    this.parent = parent;
    this.#known = known;
    this.#framework = framework;
  }

  get index(): number {
    return this.place >= 0 ? this.place : this.#framework.all.indexOf(this);
  }

  get children(): readonly Indicator[] | undefined {
    if (this.own.childrenEntry === undefined) return this.own.unpublished?.value === true ? [] : undefined;
    this.#children ??= this.#framework.childrenIn(this.own.childrenEntry, this);
    return this.#children;
  }

  /** Whether it is meant, or one below it. `bit`: of the selection, where its answers are remembered. */
  has(selection: Selection, bit: number): boolean {
    if (this.own.childrenEntry === undefined) return selection(this.own);
    const known = this.#known;
    if ((known.asked & bit) === 0) {
      const isThere = selection(this.own) || isAmong(this.children!, selection, bit);
      known.asked |= bit;
      if (!isThere) return false;
      known.found |= bit;
      return true;
    }
    return (known.found & bit) !== 0;
  }

  /** Adds itself, where it is meant, and those below it. */
  addThose(selection: Selection, bit: number, found: Indicator[]): void {
    if (!this.has(selection, bit)) return;
    if (selection(this.own)) found.push(this);
    if (this.own.childrenEntry === undefined) return;
    for (const child of this.children!) (child as PlacedIndicator).addThose(selection, bit, found);
  }

  folded<T>(fold: Fold<T>): T {
    // A leaf is told as fast as it would be remembered.
    if (fold.isOfItself || this.own.childrenEntry === undefined)
      return fold.of(this, nothingBelow, this.#framework.header);
    const known = this.#known;
    if (known.level !== this.level) {
      known.values = new Map();
      known.level = this.level;
    }
    const header = fold.seesHeader ? this.#framework.header : undefined;
    const before = known.values!.get(fold);
    if (before !== undefined && before.header === header) return before.value as T;
    const value = this.#hasKept(fold, header)
      ? (known.instead!.of.values!.get(fold)!.value as T)
      : this.#computed(fold);
    known.values!.set(fold, { header, value });
    return value;
  }

  /** Whether what stood here before comes to the same: the one child that has changed comes to what it did. */
  #hasKept<T>(fold: Fold<T>, header: Header | undefined): boolean {
    const { instead } = this.#known;
    if (instead?.child === undefined || instead.of.level !== this.level) return false;
    const { nth, before } = instead.child;
    const [own, ofChild] = [instead.of.values?.get(fold), before.values?.get(fold)];
    if (own === undefined || own.header !== header || ofChild === undefined || ofChild.header !== header) return false;
    const child = this.children?.[nth] as PlacedIndicator | undefined;
    return child !== undefined && Object.is(child.folded(fold), ofChild.value);
  }

  #computed<T>(fold: Fold<T>): T {
    const { children } = this;
    const below: T[] = [];
    if (children !== undefined)
      for (let index = 0; index < children.length; index++)
        below.push((children[index] as PlacedIndicator).folded(fold));
    const value = fold.of(this, below, this.#framework.header);
    const before = this.#known.instead?.of.values?.get(fold);
    const isEqual = before !== undefined && fold.equal?.(before.value as T, value) === true;
    return isEqual ? (before.value as T) : value;
  }
}

function isAmong(indicators: readonly Indicator[], selection: Selection, bit: number): boolean {
  for (let index = 0; index < indicators.length; index++) {
    const { own } = indicators[index]!;
    // Most are leaves.
    if (own.childrenEntry === undefined ? selection(own) : (indicators[index] as PlacedIndicator).has(selection, bit))
      return true;
  }
  return false;
}

const nothingBelow: readonly never[] = [];
/** Always the same, as long as there is nobody. */
const nobody: readonly Indicator[] = [];

function groupById(indicators: readonly Indicator[]): ReadonlyMap<string, readonly Indicator[]> {
  const byId = new Map<string, Indicator[]>();
  for (const indicator of indicators) {
    if (indicator.own.id === undefined) continue;
    const same = byId.get(indicator.id);
    if (same === undefined) byId.set(indicator.id, [indicator]);
    else same.push(indicator);
  }
  return byId;
}
