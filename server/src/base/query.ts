/**
 * The query store: facts are set, answers are computed from facts and other answers and remembered with what they read.
 * An answer whose readings have not changed is not computed again; an answer equal to its predecessor wakes nobody.
 * (salsa's red-green algorithm, as rust-analyzer uses it.) Knows nothing of what the facts are about.
 */

/** Keys are compared with ===: use strings, or values whose identity is stable. */
export interface Fact<K, V> {
  readonly kind: 'fact';
  readonly name: string;
  /** Marks the types. */
  readonly types?: (key: K) => V;
}

export interface Answer<K, V> {
  readonly kind: 'answer';
  readonly name: string;
  readonly compute: (read: Read, key: K, previous: V | undefined) => V;
  readonly equal: (a: V, b: V) => boolean;
}

export interface Read {
  <K, V>(source: Fact<K, V>, key: K): V | undefined;
  <K, V>(source: Answer<K, V>, key: K): V;
}

export function fact<K, V>(name: string): Fact<K, V> {
  return { kind: 'fact', name };
}

/** `previous` is the last value for the key, or for one like it: a hint to reuse parts of, never a thing to depend on for the result. */
export function answer<K, V>(
  name: string,
  compute: (read: Read, key: K, previous: V | undefined) => V,
  equal: (a: V, b: V) => boolean = Object.is,
): Answer<K, V> {
  return { kind: 'answer', name, compute, equal };
}

interface Cell {
  value: unknown;
  /** What the next answer begins with, in place of `value`. */
  suggested?: unknown;
  /** Revision in which the value last differed from its predecessor. */
  changedAt: number;
  /** Revision in which the value was last known to be right. */
  verifiedAt: number;
  readings: readonly { readonly source: Fact<never, unknown> | Answer<never, unknown>; readonly key: unknown }[];
}

export class QueryStore {
  private readonly cells = new Map<unknown, Map<unknown, Cell>>();
  /** By key: the one that it is like. */
  private readonly likeness = new Map<unknown, unknown>();
  private readonly computing = new Set<Cell>();
  private current = 0;

  /** Grows with every change of a fact. */
  get revision(): number {
    return this.current;
  }

  /** Sets a fact; an equal value changes nothing. `undefined` means: not known. */
  set<K, V>(source: Fact<K, V>, key: K, value: V | undefined): void {
    const cell = this.cellOf(source, key);
    if (Object.is(cell.value, value)) return;
    this.current++;
    cell.value = value;
    cell.changedAt = this.current;
  }

  get: Read = (source: Fact<never, unknown> | Answer<never, unknown>, key: unknown) =>
    (source.kind === 'fact' ? this.cellOf(source, key) : this.refreshed(source, key)).value as never;

  /** Answers about `key` will be much like those about `other`: the first ones begin with what is known of those. */
  liken(key: unknown, other: unknown): void {
    this.likeness.set(key, other);
  }

  /** Whether an answer need not be computed again. */
  isKnown<K, V>(source: Answer<K, V>, key: K): boolean {
    const cell = this.cellOf(source, key);
    return cell.verifiedAt === this.current || (cell.verifiedAt >= 0 && !this.isStale(cell));
  }

  /** What the next answer about a key begins with: a hint, as the last one is. */
  suggest<K, V>(source: Answer<K, V>, key: K, value: V): void {
    this.cellOf(source, key).suggested = value;
  }

  /** Forgets all answers and facts under a key (a closed file). */
  forget(key: unknown): void {
    this.current++;
    this.likeness.delete(key);
    for (const byKey of this.cells.values()) byKey.delete(key);
  }

  private cellOf(source: unknown, key: unknown): Cell {
    const known = this.cells.get(source)?.get(key);
    if (known !== undefined) return known;
    const byKey = this.cells.get(source) ?? new Map<unknown, Cell>();
    this.cells.set(source, byKey);
    const cell: Cell = { value: undefined, changedAt: this.current, verifiedAt: -1, readings: [] };
    byKey.set(key, cell);
    return cell;
  }

  private refreshed(source: Answer<never, unknown>, key: unknown): Cell {
    const cell = this.cellOf(source, key);
    if (cell.verifiedAt === this.current) return cell;
    if (this.computing.has(cell)) throw new Error(`answer ${source.name} depends on itself`);
    this.computing.add(cell);
    try {
      if (cell.verifiedAt < 0 || this.isStale(cell)) this.compute(source, key, cell);
      cell.verifiedAt = this.current;
    } finally {
      this.computing.delete(cell);
    }
    return cell;
  }

  private isStale(cell: Cell): boolean {
    for (const { source, key } of cell.readings) {
      const read = source.kind === 'fact' ? this.cellOf(source, key) : this.refreshed(source, key);
      if (read.changedAt > cell.verifiedAt) return true;
    }
    return false;
  }

  private compute(source: Answer<never, unknown>, key: unknown, cell: Cell): void {
    const readings: { source: Fact<never, unknown> | Answer<never, unknown>; key: unknown }[] = [];
    const read = (other: Fact<never, unknown> | Answer<never, unknown>, otherKey: unknown) => {
      readings.push({ source: other, key: otherKey });
      return this.get(other as never, otherKey as never);
    };
    const isFirst = cell.verifiedAt < 0;
    const before = isFirst ? this.cells.get(source)?.get(this.likeness.get(key))?.value : cell.value;
    const value = source.compute(read as Read, key as never, cell.suggested ?? before);
    cell.suggested = undefined;
    cell.readings = readings;
    if (isFirst || !source.equal(cell.value as never, value)) {
      cell.value = value;
      cell.changedAt = this.current;
    }
  }
}
