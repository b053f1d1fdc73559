/**
 * What is wrong with the structure of a definition: missing and unknown keys, wrong types and values, and what is not
 * computed yet. The compiled validators find it, piece by piece; here one mistake becomes one problem with a place and
 * words. Knows nothing of what the keys mean.
 */
import {
  entryOf,
  isSamePlace,
  itemsOf,
  type MapEntry,
  type Node,
  type Place,
  resolved,
  type Tree,
  valueAt,
} from '../syntax/tree.ts';
import { message } from './expectation.ts';
import {
  type SchemaError,
  type Validator,
  validateConfiguration,
  validateIndicator,
  validateSystem,
} from './generated/validators.js';
import { keyProblems } from './keyProblems.ts';
import { plainValueOfPiece } from './plainValue.ts';
import type { StructureProblem } from './problem.ts';
import { isSound } from './sound.ts';
import { nameOf, type PieceKind, placeOf, subjectAt } from './subject.ts';
import { isWithinUnsupported, unsupportedProblems } from './unsupported.ts';
import { isAboutValue, valueProblem } from './valueProblem.ts';

export type { StructureEdit, StructureProblem } from './problem.ts';

/** The problems of the system or of one indicator, and those of the indicators under it. */
export interface Structure {
  readonly node: Node;
  /** How many indicators it stands under. */
  readonly depth: number;
  readonly own: readonly StructureProblem[];
  readonly items: readonly Structure[];
  /** Its own and theirs, in the order of the text. */
  readonly all: readonly StructureProblem[];
}

/** All problems of a definition. A file without content has none. */
export function checkStructure(
  tree: Tree,
  structure: Structure | undefined = structureOfTree(tree),
): readonly StructureProblem[] {
  return (structure?.all ?? []).filter(problem => !followsFromSyntax(problem, tree));
}

/** All problems of the configuration of a project. */
export function checkConfigurationStructure(tree: Tree): readonly StructureProblem[] {
  const problems = tree.root === undefined ? [] : structureOf(tree.root, 'configuration');
  return problems.filter(problem => !followsFromSyntax(problem, tree));
}

/** Validates the system and its indicators; those whose text is the same in `previous` are taken from there. */
export function structureOfTree(tree: Tree, previous?: Structure): Structure | undefined {
  if (tree.root === undefined) return undefined;
  // What an alias repeats is validated once, where it stands first.
  const seen = tree.aliasExpansion > 0 ? new Set<Node>() : undefined;
  return structureFrom(tree.root, 0, seen === undefined ? previous : undefined, seen);
}

function structureFrom(
  node: Node,
  depth: number,
  before: Structure | undefined,
  seen: Set<Node> | undefined,
): Structure | undefined {
  const piece = resolved(node) ?? node;
  if (before?.node === piece && before.depth === depth) return before;
  if (seen?.has(piece)) return undefined;
  seen?.add(piece);
  if (depth > deepestLevel) {
    const own = [tooDeep(piece)];
    return { node: piece, depth, own, items: none, all: own };
  }
  const isSame = before !== undefined && before.depth > 0 === depth > 0 && isSameText(before.node, piece);
  const own = isSame ? before.own : structureOf(piece, depth === 0 ? 'system' : 'indicator');
  const nodes = itemsOf(valueAt(piece, 'indicators'));
  if (nodes.length === 0) return { node: piece, depth, own, items: none, all: own };
  const items: Structure[] = [];
  let isSound = true;
  for (let index = 0; index < nodes.length; index++) {
    const item = nodes[index]!;
    const known = before?.items[index]?.node === item ? before.items[index] : before?.items.at(index - nodes.length);
    const found = structureFrom(item, depth + 1, known ?? before?.items[index], seen);
    if (found === undefined) continue;
    items.push(found);
    isSound &&= found.all.length === 0;
  }
  return { node: piece, depth, own, items, all: isSound ? own : [...own, ...items.flatMap(({ all }) => all)] };
}

const none: readonly never[] = [];

/** Whether two nodes were read from the same text: what is nested in them as items may differ. */
function isSameText(one: Node, other: Node): boolean {
  return one.piece === other.piece && one.start === other.start;
}

/** The problems of one piece: of the system without its indicators, or of an indicator without the ones under it. */
export function structureOf(piece: Node, kind: PieceKind): readonly StructureProblem[] {
  if (resolved(piece) === undefined || isSound(piece, kind)) return none;
  const validate = validatorOf(kind);
  if (validate(plainValueOfPiece(piece))) return none;
  const errors = (validate.errors ?? []).filter(error => !isBranchNoise(error));
  const pointers = [...new Set(errors.map(error => error.instancePath))];
  const problems = pointers.flatMap(pointer => problemsAt(piece, kind, pointer, errors));
  return problems.sort((a, b) => a.place.start - b.place.start);
}

function validatorOf(kind: PieceKind): Validator {
  switch (kind) {
    case 'system':
      return validateSystem;
    case 'indicator':
      return validateIndicator;
    case 'configuration':
      return validateConfiguration;
  }
}

function problemsAt(
  piece: Node,
  kind: PieceKind,
  pointer: string,
  errors: readonly SchemaError[],
): readonly StructureProblem[] {
  const subject = subjectAt(piece, kind, pointer);
  if (subject.node?.kind === 'alias' && resolved(subject.node) === undefined) return [];
  const own = errors.filter(error => error.instancePath === pointer);
  const unsupported = unsupportedProblems(subject, own, errors);
  if (isWithinUnsupported(pointer, errors)) return unsupported;
  const problems = own.some(isAboutValue) ? [valueProblem(subject)] : keyProblems(subject, own);
  return [...problems, ...unsupported];
}

/** As deep as the model reads. */
const deepestLevel = 100;

function tooDeep(node: Node): StructureProblem {
  const subject = subjectAt(node, 'indicator', '');
  const place: Place = entryOf(node, 'id')?.value ?? placeOf(subject);
  const { en, 'zh-CN': zh } = nameOf(subject);
  const text = message(
    `${en} stands more than ${deepestLevel} levels deep and is not read`,
    `${zh} 的层级超过 ${deepestLevel} 层，未被读取`,
  );
  return { code: 'schema', place, message: text };
}

/** The branch taken reports for itself; an `anyOf` and a key's name are reported as a whole. */
function isBranchNoise({ keyword, schemaPath }: SchemaError): boolean {
  if (keyword === 'if') return true;
  return /\/anyOf\/\d/.test(schemaPath) || (keyword !== 'propertyNames' && /\/propertyNames\//.test(schemaPath));
}

/**
 * Broken syntax is not reported a second time. Nor is a key missed where the syntax is broken inside its map or right
 * after it: it may be what is being typed.
 */
function followsFromSyntax({ place, missingIn: map }: StructureProblem, tree: Tree): boolean {
  return tree.errors.some(({ place: broken }) => {
    if (broken.piece !== place.piece) return false;
    if (broken.start <= place.end && place.start <= broken.end) return true;
    if (isInValueOf(place, broken, tree) || isLast(place, broken)) return true;
    if (map === undefined || map.piece !== broken.piece || broken.start < map.start) return false;
    return broken.start <= map.end || map.piece.text.slice(map.end, broken.start).trim() === '';
  });
}

/** Whether the syntax is broken inside the value of the key that a problem stands at. */
function isInValueOf(key: Place, broken: Place, tree: Tree): boolean {
  const isOfKey = (part: Node | MapEntry) => part.kind === 'entry' && isSamePlace(part.key, key);
  const entry = tree.pathAt(tree.rangeOf(key).start).find(isOfKey);
  return entry !== undefined && entry.start <= broken.start && broken.end <= entry.end;
}

/** Whether a place is the last that was written in the piece, behind a bracket or quote that is still open. */
function isLast({ piece, end }: Place, broken: Place): boolean {
  return broken.start < end && piece.text.slice(end).trim() === '';
}
