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
  type KeyedEntries,
  keyed,
  keyText,
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
  const keys = keyed(node);
  const categories = entryIn(keys, 'categories');
  const steps = entryIn(keys, 'steps');
  const checklist = entryIn(keys, 'checklist');
  const bonus = entryIn(keys, 'bonus');
  return {
    node,
    id: read(keys, 'id', text),
    name: read(keys, 'name', localised),
    weight: readWeight(keys),
    declaredLevel: read(keys, 'level', integer),
    count: read(keys, 'count', integer),
    unpublished: read(keys, 'unpublished', boolean),
    bonus: bonus && { entry: bonus, cap: read(bonus.value, 'cap', decimal), when: readScoreCondition(bonus.value) },
    weighting: readWeighting(keys),
    appliesTo: readGroupMatches(entryIn(keys, 'appliesTo')),
    childrenEntry: entryIn(keys, 'indicators'),
    column: read(keys, 'column', text),
    from: read(keys, 'from', text),
    measure: read(keys, 'measure', text),
    range: read(keys, 'range', pair),
    categories: categories && { entry: categories, values: readMap(categories.value, number) },
    steps: steps && { entry: steps, steps: itemsOf(steps.value).map(readStep) },
    denominator: read(keys, 'denominator', text),
    factor: read(keys, 'factor', number),
    checklist: checklist && { entry: checklist, points: readMap(checklist.value, number) },
    isDocumented: ['source', 'measure', 'description'].some(key => entryIn(keys, key)?.value !== undefined),
    ...readInheritable(keys),
  };
}

export function readInheritable(holder: Holder): Inheritable {
  return {
    direction: read(holder, 'direction', direction),
    normalise: readMethod(holder, 'normalise'),
    missing: read(holder, 'missing', missingRule),
    aggregate: read(holder, 'aggregate', aggregation),
    impute: readMethod(holder, 'impute'),
    treat: readTreatment(entryIn(holder, 'treat')),
    minShare: read(holder, 'minShare', number),
    minCount: read(holder, 'minCount', integer),
    notApplicable: read(holder, 'notApplicable', text),
    standardise: readMethod(holder, 'standardise'),
  };
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

function readWeight(keys: KeyedEntries): WrittenWeight | undefined {
  const entry = entryIn(keys, 'weight');
  if (entry?.value === undefined) return undefined;
  if (mapOf(entry.value) !== undefined) return { kind: 'by-group', weights: readMap(entry.value, weight), entry };
  const single = read(keys, 'weight', weight);
  return single && { kind: 'single', weight: single, entry };
}

function readStep(node: Node): StepRule {
  return { node, atLeast: read(node, 'atLeast', number), value: read(node, 'value', number) };
}

function readGroupMatches(entry: MapEntry | undefined): readonly GroupMatch[] {
  return entriesOf(entry?.value).map(match => ({
    group: keyText(match),
    values: readList(entry?.value, keyText(match), text) ?? [],
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
  return first && { method: keyText(first), ...(parameter === undefined ? {} : { parameter }) };
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
