/**
 * What definitions mostly consist of, kept small: scalars and entries whose text says where they end. There are so many
 * that each of their fields counts; to the readers of a tree they are nodes like all others.
 */
import { coreValue } from './coreValue.ts';
import type { MapEntry, Node, Piece, ScalarNode } from './tree.ts';
import { usualName } from './usualNames.ts';

/** A plain scalar on one line. */
export class PlainScalar implements ScalarNode {
  declare readonly kind: 'scalar';
  declare readonly style: 'plain';
  readonly piece: Piece;
  readonly start: number;
  readonly source: string;
  readonly value: ScalarNode['value'];

  static {
    Object.assign(PlainScalar.prototype, { kind: 'scalar', style: 'plain' });
  }

  constructor(piece: Piece, start: number, source: string, value: ScalarNode['value']) {
    this.piece = piece;
    this.start = start;
    this.source = source;
    this.value = value;
  }

  get end(): number {
    return this.start + this.source.length;
  }
}

/** An entry whose key is such a scalar, with its colon at once after it. Its key is made when it is asked for. */
export class PlainEntry implements MapEntry {
  declare readonly kind: 'entry';
  readonly piece: Piece;
  readonly start: number;
  readonly name: string;
  readonly value: Node | undefined;

  static {
    Object.assign(PlainEntry.prototype, { kind: 'entry' });
  }

  /** `name`: see `plainName`. */
  constructor(piece: Piece, start: number, name: string, value: Node | undefined) {
    this.piece = piece;
    this.start = start;
    this.name = name;
    this.value = value;
  }

  get key(): ScalarNode {
    return new PlainScalar(this.piece, this.start, this.name, coreValue(this.name)!);
  }

  get end(): number {
    return this.value === undefined ? this.start + this.name.length + 1 : this.value.end;
  }
}

/** A plain key as it is written; `undefined` where it is not certain what it means or that it means what is written (`0x1`). */
export function plainName(text: string, start: number, end: number): string | undefined {
  const usual = usualName(text, start, end);
  if (usual !== undefined) return usual;
  const name = text.slice(start, end);
  const value = coreValue(name);
  return value !== undefined && (typeof value === 'string' || String(value) === name) ? name : undefined;
}

/** An entry with any other key. `end`: where it ends without a value. */
export function entryOfKey(key: ScalarNode, value: Node | undefined, end: number): MapEntry {
  const { piece, start } = key;
  return { kind: 'entry', name: keyName(key), key, value, piece, start, end: value?.end ?? end };
}

/** The entry with another value, at the end of which it ends. */
export function withValue(entry: MapEntry, value: Node): MapEntry {
  return entry instanceof PlainEntry
    ? new PlainEntry(entry.piece, entry.start, entry.name, value)
    : entryOfKey(entry.key, value, value.end);
}

function keyName({ style, source, value }: ScalarNode): string {
  return style === 'plain' ? source : String(value);
}

/** Whether no two entries have one name. */
export function areNamedApart(entries: readonly MapEntry[]): boolean {
  const { length } = entries;
  if (length > 16) return new Set(entries.map(({ name }) => name)).size === length;
  for (let index = 1; index < length; index++) {
    const { name } = entries[index]!;
    for (let before = 0; before < index; before++) if (entries[before]!.name === name) return false;
  }
  return true;
}
