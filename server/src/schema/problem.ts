/** What is wrong with the structure of a definition: its place, its words and, where one is plain, its cure. */
import type { LocalText } from '../base/locale.ts';
import type { MapEntry, MapNode, Node, Place } from '../syntax/tree.ts';

export interface StructureProblem {
  readonly code: 'schema' | 'unknown-key' | 'not-supported';
  /** The key or value at fault; a missing key stands at its owner's id or first key. */
  readonly place: Place;
  readonly message: LocalText;
  readonly edit?: StructureEdit;
  /** For missing keys: the map that lacks them. */
  readonly missingIn?: MapNode;
  /** The keys that must stand there and do not; `undefined` where one of several would do. */
  readonly missingKeys?: readonly string[];
  /** An unknown key that the map around has: it was meant to stand there. */
  readonly belongsBeside?: true;
}

export type StructureEdit =
  | { readonly kind: 'rename-key'; readonly entry: MapEntry; readonly newKey: string }
  | { readonly kind: 'replace-value'; readonly node: Node; readonly newText: string };
