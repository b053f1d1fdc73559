/** What an indicator's own text says, read from its map; knows nothing of its place in the tree. */
import { entryOf, itemsOf, type MapEntry, type MapNode, type Node } from '../syntax/tree.ts';
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
  readList,
  readMap,
  scalar,
  text,
  weight,
} from './written.ts';

export function readIndicatorText(node: MapNode): IndicatorText {
  const own: MutableText = {
    node,
    id: read(node, 'id', text),
    name: read(node, 'name', localised),
    weight: readWeight(node),
    childrenEntry: entryIn(node, 'indicators'),
    appliesTo: none,
    isDocumented: ['source', 'measure', 'description'].some(key => entryIn(node, key)?.value !== undefined),
  };
  // Most indicators say nothing else, and so many are kept.
  if (node.entries.some(entry => Object.hasOwn(readers, entry.name))) {
    for (const key of Object.keys(readers))
      if (entryIn(node, key) !== undefined) Object.assign(own, readers[key]!(node));
  }
  return own;
}

type MutableText = { -readonly [K in keyof IndicatorText]: IndicatorText[K] };

const none: readonly never[] = [];

export function readInheritable(holder: Holder): Inheritable {
  return Object.assign({}, ...Object.values(inheritableReaders).map(reader => reader(holder)));
}

/** By key, what stands on an indicator or is inherited. */
const inheritableReaders: Readonly<Record<string, (holder: Holder) => Inheritable>> = {
  direction: holder => ({ direction: read(holder, 'direction', direction) }),
  normalise: holder => ({ normalise: readMethod(holder, 'normalise') }),
  missing: holder => ({ missing: read(holder, 'missing', missingRule) }),
  aggregate: holder => ({ aggregate: read(holder, 'aggregate', aggregation) }),
  impute: holder => ({ impute: readMethod(holder, 'impute') }),
  treat: holder => ({ treat: readTreatment(entryIn(holder, 'treat')) }),
  minShare: holder => ({ minShare: read(holder, 'minShare', number) }),
  minCount: holder => ({ minCount: read(holder, 'minCount', integer) }),
  notApplicable: holder => ({ notApplicable: read(holder, 'notApplicable', text) }),
  standardise: holder => ({ standardise: readMethod(holder, 'standardise') }),
};

/** By key, what few indicators say. */
const readers: Readonly<Record<string, (node: MapNode) => Partial<IndicatorText>>> = {
  level: node => ({ declaredLevel: read(node, 'level', integer) }),
  count: node => ({ count: read(node, 'count', integer) }),
  unpublished: node => ({ unpublished: read(node, 'unpublished', boolean) }),
  bonus: node => ({ bonus: readBonus(entryIn(node, 'bonus')) }),
  weighting: node => ({ weighting: readWeighting(node) }),
  appliesTo: node => ({ appliesTo: readGroupMatches(entryIn(node, 'appliesTo')) }),
  column: node => ({ column: read(node, 'column', text) }),
  from: node => ({ from: read(node, 'from', text) }),
  measure: node => ({ measure: read(node, 'measure', text) }),
  range: node => ({ range: read(node, 'range', pair) }),
  categories: node => ({ categories: readCategories(entryIn(node, 'categories')) }),
  steps: node => ({ steps: readSteps(entryIn(node, 'steps')) }),
  denominator: node => ({ denominator: read(node, 'denominator', text) }),
  factor: node => ({ factor: read(node, 'factor', number) }),
  checklist: node => ({ checklist: readChecklist(entryIn(node, 'checklist')) }),
  ...inheritableReaders,
};

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

const direction = oneOf('positive', 'negative');

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
  return score && { above: read(score, 'above', number), atLeast: read(score, 'atLeast', number) };
}

function readWeight(node: MapNode): WrittenWeight | undefined {
  const entry = entryIn(node, 'weight');
  if (entry?.value === undefined) return undefined;
  if (mapOf(entry.value) !== undefined) return { kind: 'by-group', weights: readMap(entry.value, weight), entry };
  const single = read(node, 'weight', weight);
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
