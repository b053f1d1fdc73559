/** A value of a piece that something is wrong with: where it stands, what is said of it, and what it is called. */
import { type LocalText, localText } from '../base/locale.ts';
import { type MapNode, type Node, type Place, resolved, valueAt } from '../syntax/tree.ts';
import {
  type DocumentKind,
  indicatorSchema,
  partsFor,
  rootSchemas,
  type Schema,
  schemasOfItems,
  schemasOfKey,
} from './document.ts';
import { code, same } from './expectation.ts';
import { type Target, targetOf } from './plainValue.ts';

/** A whole file (a system without its indicators), or one indicator without the ones under it. */
export type PieceKind = DocumentKind | 'indicator';

export interface Subject extends Target {
  readonly pieceKind: PieceKind;
  readonly schemas: readonly Schema[];
  /** The parts of the schemas that hold for it. */
  readonly parts: readonly Schema[];
  /** The parts that hold for the map or list it stands in. */
  readonly around: readonly Schema[];
}

export function subjectAt(piece: Node, pieceKind: PieceKind, pointer: string): Subject {
  let schemas = [pieceKind === 'indicator' ? indicatorSchema : rootSchemas[pieceKind]];
  let parts = partsFor(schemas, piece);
  let around: readonly Schema[] = [];
  const target = targetOf(piece, pointer, (step, node) => {
    around = parts;
    schemas = [...(typeof step === 'number' ? schemasOfItems(parts) : schemasOfKey(parts, step))];
    parts = partsFor(schemas, node);
  });
  return { ...target, pieceKind, schemas, parts, around };
}

export function mapOfSubject({ node }: Subject): MapNode | undefined {
  const map = resolved(node);
  return map?.kind === 'map' ? map : undefined;
}

/** The value where it is short, else its key; within a list the first thing in it. */
export function placeOf({ node, entry }: Target): Place {
  const value = resolved(node);
  const isShort = value?.kind === 'scalar' && value.style !== 'block' && value.value !== null;
  if (node !== undefined && isShort) return node;
  if (entry !== undefined) return entry.key;
  return headOf(node!);
}

/** The id of a map, else its first key: where what it lacks is reported. */
export function placeOfOwner(map: MapNode): Place {
  const id = resolved(valueAt(map, 'id'));
  return id?.kind === 'scalar' && id.value !== null ? id : headOf(map);
}

/** `scale`, item 2 of `tiers`, indicator `a`, `normalise` with `method: min-max`. */
export function nameOf(subject: Subject): LocalText {
  const { path, pieceKind } = subject;
  const last = path.at(-1);
  if (last === undefined) return pieceKind === 'indicator' ? indicatorName(subject) : localText('the file', '文件');
  const name = typeof last === 'string' ? same(code(last)) : itemName(last + 1, path.findLast(isKey));
  const choice = choiceOf(subject);
  return choice === undefined ? name : localText(`${name.en} with ${choice}`, `${name['zh-CN']}（${choice}）`);
}

function indicatorName({ node }: Subject): LocalText {
  const id = resolved(valueAt(node, 'id'));
  if (id?.kind !== 'scalar' || id.value === null) return localText('an indicator', '指标');
  return localText(`indicator ${code(id.source)}`, `指标 ${code(id.source)}`);
}

function itemName(position: number, list: string | undefined): LocalText {
  if (list === undefined) return localText(`item ${position}`, `第 ${position} 项`);
  return localText(`item ${position} of ${code(list)}`, `${code(list)} 第 ${position} 项`);
}

/** The key that decides what else may stand there, as written. */
function choiceOf({ node, parts }: Subject): string | undefined {
  for (const key of ['method', 'kind']) {
    const value = resolved(valueAt(node, key));
    if (value?.kind === 'scalar' && parts.some(part => part.required?.includes(key)))
      return code(`${key}: ${value.source}`);
  }
  return undefined;
}

function headOf(node: Node): Place {
  const value = resolved(node);
  const first = value?.kind === 'map' ? value.entries[0]?.key : value?.kind === 'sequence' ? value.items[0] : undefined;
  return first === undefined ? (value ?? node) : headOf(first);
}

function isKey(step: string | number): step is string {
  return typeof step === 'string';
}
