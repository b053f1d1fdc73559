/** What an indicator's own text says, read from its map; knows nothing of its place in the tree. */
import { entryOf, itemsOf, type MapEntry, type MapNode, type Node } from '../syntax/tree.ts';
import { readBounds } from './bounds.ts';
import type { IndicatorText, Inheritable, StepRule, WrittenWeight } from './indicator.ts';
import type { Aggregation, Method, MissingPolicy, Treatment } from './method.ts';
import type { ScoreCondition } from './ranking.ts';
import { scope } from './readScope.ts';
import { readWeighting } from './readWeighting.ts';
import type { GroupMatch } from './units.ts';
import {
  boolean,
  decimal,
  entriesOf,
  entryIn,
  type Holder,
  integer,
  localised,
  mapOf,
  number,
  oneOf,
  pair,
  read,
  readEntry,
  readList,
  readMap,
  scalar,
  text,
  weight,
} from './written.ts';

export function readIndicatorText(node: MapNode): IndicatorText {
  let isDocumented = false;
  let id: MapEntry | undefined;
  let name: MapEntry | undefined;
  let weight: MapEntry | undefined;
  let childrenEntry: MapEntry | undefined;
  const others: number[] = [];
  const { entries } = node;
  // Of two equal keys the first counts.
  for (let index = 0; index < entries.length; index++) {
    const entry = entries[index]!;
    switch (entry.name) {
      case 'id':
        id ??= entry;
        break;
      case 'name':
        name ??= entry;
        break;
      case 'weight':
        weight ??= entry;
        break;
      case 'indicators':
        childrenEntry ??= entry;
        break;
      default: {
        if (documenting.has(entry.name)) isDocumented ||= entry.value !== undefined;
        const position = positions.get(entry.name);
        if (position !== undefined) others.push(position);
      }
    }
  }
  const own: MutableText = {
    node,
    id: readEntry(id, text),
    name: readEntry(name, localised),
    weight: readWeight(weight),
    childrenEntry,
    appliesTo: none,
    isDocumented,
  };
  // Most indicators say little else, and so many are kept.
  for (const position of others.length > 1 ? others.sort(byNumber) : others) {
    const { property, key, reader } = readers[position]!;
    (own as unknown as Record<string, unknown>)[property] = reader(node, key);
  }
  return own;
}

type MutableText = { -readonly [K in keyof IndicatorText]: IndicatorText[K] };

const none: readonly never[] = [];
const documenting = new Set(['source', 'measure', 'description']);
const byNumber = (a: number, b: number) => a - b;

export function readInheritable(holder: Holder): Inheritable {
  return Object.fromEntries(Object.entries(inheritableReaders).map(([key, reader]) => [key, reader(holder, key)]));
}

type Readers<T> = { readonly [K in keyof T]-?: (holder: Holder, key: string) => T[K] };

const as =
  <T>(reader: (node: Node) => T | undefined) =>
  (holder: Holder, key: string) =>
    read(holder, key, reader);

const direction = oneOf('positive', 'negative');

/** What stands on an indicator or is inherited. */
const inheritableReaders: Readers<Inheritable> = {
  direction: as(direction),
  normalise: readMethod,
  missing: as(missingRule),
  aggregate: as(aggregation),
  impute: readMethod,
  treat: (holder, key) => readTreatment(entryIn(holder, key)),
  minShare: as(number),
  minCount: as(integer),
  notApplicable: as(text),
  standardise: readMethod,
};

/** What few indicators say. */
const textReaders: Readers<Omit<IndicatorText, 'node' | 'id' | 'name' | 'weight' | 'childrenEntry' | 'isDocumented'>> =
  {
    declaredLevel: as(integer),
    count: as(integer),
    unpublished: as(boolean),
    bonus: (holder, key) => readBonus(entryIn(holder, key)),
    weighting: holder => readWeighting(holder),
    appliesTo: (holder, key) => readGroupMatches(entryIn(holder, key)),
    column: as(text),
    from: as(text),
    measure: as(text),
    range: as(pair),
    categories: (holder, key) => readCategories(entryIn(holder, key)),
    steps: (holder, key) => readSteps(entryIn(holder, key)),
    denominator: as(text),
    factor: as(number),
    checklist: (holder, key) => readChecklist(entryIn(holder, key)),
    ...inheritableReaders,
  };

const readers = Object.entries(textReaders).map(([property, reader]) => {
  return { property, key: property === 'declaredLevel' ? 'level' : property, reader };
});
const positions: ReadonlyMap<string, number> = new Map(readers.map(({ key }, position) => [key, position]));

function readBonus(entry: MapEntry | undefined): IndicatorText['bonus'] {
  return entry && { entry, cap: read(entry.value, 'cap', decimal), when: readScoreCondition(entry.value) };
}

function readCategories(entry: MapEntry | undefined): IndicatorText['categories'] {
  return entry && { entry, values: readMap(entry.value, number) };
}

function readSteps(entry: MapEntry | undefined): IndicatorText['steps'] {
  return entry && { entry, steps: itemsOf(entry.value).map(readStep) };
}

function readChecklist(entry: MapEntry | undefined): IndicatorText['checklist'] {
  return entry && { entry, points: readMap(entry.value, number) };
}

/** `{method: min-max, …}` or the bare name. */
export function readMethod(holder: Holder, key: string): Method | undefined {
  const value = entryIn(holder, key)?.value;
  if (value === undefined) return undefined;
  const name = read(holder, key, text);
  if (name !== undefined) return { method: name, parameters: new Map(), range: undefined };
  const method = read(value, 'method', text);
  if (method === undefined) return undefined;
  const parameters = new Map([...readMap(value, scalar)].filter(([parameter]) => parameter !== 'method'));
  const given = entryOf(value, 'parameters')?.value;
  return {
    method,
    parameters,
    range: read(value, 'range', pair),
    over: read(value, 'over', scope),
    across: read(value, 'across', across),
    frozen: given && mapOf(given) && readMap(given, numberOrNumbers),
    asBefore: read(value, 'parameters', oneOf('frozen')),
  };
}

/** `when: {score: {above: 80}}` of an adjustment or a bonus. */
export function readScoreCondition(node: Node | undefined): ScoreCondition | undefined {
  const score = entryOf(entryOf(node, 'when')?.value, 'score')?.value;
  return score && readBounds(score, number);
}

function readWeight(entry: MapEntry | undefined): WrittenWeight | undefined {
  if (entry?.value === undefined) return undefined;
  if (mapOf(entry.value) !== undefined) return { kind: 'by-group', weights: readMap(entry.value, weight), entry };
  const single = readEntry(entry, weight);
  return single && { kind: 'single', weight: single, entry };
}

function readStep(node: Node): StepRule {
  return { node, atLeast: read(node, 'atLeast', number), value: read(node, 'value', number) };
}

function readGroupMatches(entry: MapEntry | undefined): readonly GroupMatch[] {
  return entriesOf(entry?.value).map(match => ({
    group: match.name,
    values: readList(entry?.value, match.name, text) ?? [],
    entry: match,
  }));
}

function missingRule(node: Node): MissingPolicy | { readonly score: number } | undefined {
  const score = read(node, 'value', number)?.value;
  return score === undefined ? oneOf<MissingPolicy>('zero', 'exclude', 'fail')(node) : { score };
}

function aggregation(node: Node): Aggregation | undefined {
  const method = text(node);
  if (method !== undefined) return { method };
  const [first] = entriesOf(node);
  const parameter = first?.value && number(first.value);
  return first && { method: first.name, ...(parameter === undefined ? {} : { parameter }) };
}

function readTreatment(entry: MapEntry | undefined): Treatment | undefined {
  const node = entry?.value;
  if (entry === undefined || node === undefined) return undefined;
  const winsorise = entryOf(node, 'winsorise')?.value;
  return {
    entry,
    none: text(node) === 'none',
    winsorise: winsorise && {
      max: read(winsorise, 'max', integer),
      skew: read(winsorise, 'skew', number),
      kurtosis: read(winsorise, 'kurtosis', number),
      force: read(winsorise, 'force', boolean),
    },
    transform: read(node, 'then', text),
    mirrored: read(node, 'mirrored', boolean),
    lambda: read(node, 'lambda', number),
    combine: read(node, 'combine', boolean),
    over: read(node, 'over', scope),
  };
}

function across(node: Node): 'siblings' | 'all' | number | undefined {
  return oneOf('siblings', 'all')(node) ?? read(node, 'level', integer)?.value;
}

function numberOrNumbers(node: Node): number | readonly number[] | undefined {
  const items = itemsOf(node);
  if (items.length === 0) return number(node);
  const numbers = items.flatMap(item => number(item) ?? []);
  return numbers.length < items.length ? undefined : numbers;
}
