/** From the syntax tree to the model. Any tree gives a system; what could not be read is `undefined` in it. */
import { entryOf, itemsOf, type MapEntry, type MapNode, type Node, type Tree } from '../syntax/tree.ts';
import { readBounds } from './bounds.ts';
import type { Publication } from './claims.ts';
import { FrameworkOfTree } from './framework.ts';
import type { Header, RuleSetting, WeightSystem } from './header.ts';
import type { Adjustment, Ranking, Tier } from './ranking.ts';
import { readClaim, readCondition } from './readClaim.ts';
import { readInheritable, readScoreCondition } from './readIndicator.ts';
import { readWeighting } from './readWeighting.ts';
import { systemFrom } from './someIndicators.ts';
import type { IndicatorSystem } from './system.ts';
import type { DataSource, GroupSystem, Units } from './units.ts';
import {
  boolean,
  decimal,
  entriesOf,
  entryIn,
  integer,
  keyed,
  localised,
  mapOf,
  nameOrPosition,
  number,
  oneOf,
  pair,
  read,
  readList,
  readMap,
  text,
  texts,
  token,
  type Written,
} from './written.ts';

/** Reads a system; what stands in `previous` too is taken from there instead of read again. */
export function readSystem(tree: Tree, previous?: IndicatorSystem): IndicatorSystem {
  const root = mapOf(tree.root);
  const before = previous?.header;
  const isSame = root !== undefined && before?.piece === root.piece && tree.aliasExpansion === 0;
  const header = isSame ? before : { ...readHeader(root), piece: root?.piece };
  const framework = new FrameworkOfTree(tree, header, previous?.framework);
  return systemFrom(header, framework);
}

function readHeader(root: MapNode | undefined): Omit<Header, 'piece'> {
  const keys = keyed(root);
  const levels = entryIn(keys, 'levels');
  const tiers = entryIn(keys, 'tiers');
  return {
    id: read(keys, 'id', text),
    title: read(keys, 'title', localised),
    edition: read(keys, 'edition', text),
    publisher: read(keys, 'publisher', localised),
    previous: read(keys, 'previous', text),
    fullMark: read(keys, 'fullMark', decimal),
    levels: itemsOf(levels?.value).map(node => ({
      node,
      name: read(node, 'name', localised),
      count: read(node, 'count', integer),
      unpublished: read(node, 'unpublished', boolean)?.value === true,
    })),
    levelsEntry: levels,
    weights:
      read(keys, 'weights', oneOf<WeightSystem>('percent', 'fraction', 'points', 'relative'))?.value ?? 'percent',
    weightsBy: read(keys, 'weightsBy', text),
    scale: read(keys, 'scale', pair)?.value ?? [0, 100],
    scaleNode: entryIn(keys, 'scale')?.value,
    aggregate: { ...readInheritable(keys), weighting: readWeighting(keys) },
    defaults: readInheritable(entryIn(keys, 'defaults')?.value),
    pipeline: read(keys, 'pipeline', texts),
    units: readUnits(entryIn(keys, 'units')),
    data: itemsOf(entryIn(keys, 'data')?.value).map(readDataSource),
    adjustments: itemsOf(entryIn(keys, 'adjustments')?.value).map(readAdjustment),
    ranking: readRanking(entryIn(keys, 'ranking')),
    tiers: itemsOf(tiers?.value).map(readTier),
    tiersEntry: tiers,
    publications: itemsOf(entryIn(keys, 'publications')?.value).map(readPublication),
    expectations: itemsOf(entryIn(keys, 'expect')?.value).map(node => ({
      node,
      claim: readClaim(node),
      note: read(node, 'note', localised),
    })),
    rules: entriesOf(entryIn(keys, 'rules')?.value).map(readRuleSetting),
  };
}

function readUnits(entry: MapEntry | undefined): Units {
  const node = entry?.value;
  const order = entryOf(node, 'order')?.value;
  const column = read(order, 'column', text);
  const list = readList(node, 'order', text);
  const isList = order !== undefined && itemsOf(order).length > 0;
  return {
    entry,
    id: read(node, 'id', text),
    name: read(node, 'name', text),
    count: read(node, 'count', integer),
    order:
      column !== undefined
        ? { kind: 'column', column }
        : isList
          ? { kind: 'list', units: list ?? [] }
          : { kind: 'file' },
    aliases: readMap(entryOf(node, 'aliases')?.value, text),
    groups: entriesOf(entryOf(node, 'groups')?.value).map(readGroupSystem),
  };
}

function readGroupSystem(entry: MapEntry): GroupSystem {
  return {
    id: { value: entry.name, node: entry.key, entry },
    column: read(entry.value, 'column', text),
    values: readList(entry.value, 'values', text),
    separator: read(entry.value, 'separator', text)?.value,
  };
}

function readDataSource(node: Node): DataSource {
  return {
    node,
    id: read(node, 'id', text),
    path: read(node, 'path', text),
    encoding: read(node, 'encoding', text),
    sheet: read(node, 'sheet', nameOrPosition),
    unit: read(node, 'unit', text),
    missing: readList(node, 'missing', token)?.map(({ value }) => value),
    notApplicable: readList(node, 'notApplicable', token)?.map(({ value }) => value),
    period: readPeriod(entryOf(node, 'period')?.value),
    long: readLong(entryOf(node, 'long')?.value),
  };
}

function readPeriod(node: Node | undefined): DataSource['period'] {
  const column = read(node, 'column', text);
  return column && { column, is: read(node, 'is', text) };
}

function readLong(node: Node | undefined): DataSource['long'] {
  const indicator = read(node, 'indicator', text);
  const value = read(node, 'value', text);
  return indicator && value && { indicator, value };
}

function readAdjustment(node: Node): Adjustment {
  const then = entryOf(node, 'then')?.value;
  return {
    node,
    id: read(node, 'id', text),
    name: read(node, 'name', localised),
    kind: read(node, 'kind', oneOf('bonus', 'deduction', 'veto')),
    column: read(node, 'column', text),
    points: read(node, 'points', decimal),
    cap: read(node, 'cap', decimal),
    floor: read(node, 'floor', number),
    of: read(node, 'of', text),
    when: readScoreCondition(node),
    equals: read(node, 'equals', text),
    outcome: then && { tier: read(then, 'tier', text), score: read(then, 'score', number) },
  };
}

function readRanking(entry: MapEntry | undefined): Ranking {
  const node = entry?.value;
  const round = entryOf(node, 'round')?.value;
  const eligible = entryOf(node, 'eligible')?.value;
  const where = entryOf(eligible, 'where')?.value;
  return {
    entry,
    round: round && {
      decimals: read(round, 'decimals', integer),
      mode: read(round, 'mode', text),
      when: read(round, 'when', text),
    },
    best: read(node, 'best', text),
    ties: read(node, 'ties', text),
    tieOrder: read(node, 'tieOrder', text),
    within: readList(node, 'within', text) ?? [],
    eligible: eligible && {
      minShare: read(eligible, 'minShare', number),
      minNonZero: read(eligible, 'minNonZero', number),
      level: read(eligible, 'level', integer),
      where: where && readCondition(where),
      include: readList(eligible, 'include', text) ?? [],
      exclude: readList(eligible, 'exclude', text) ?? [],
    },
  };
}

function readTier(node: Node): Tier {
  return {
    node,
    name: read(node, 'name', localised),
    ...readBounds(node, decimal),
    top: read(node, 'top', integer),
    topShare: read(node, 'topShare', decimal),
    within: read(node, 'within', text),
  };
}

function readPublication(node: Node): Publication {
  return {
    node,
    id: read(node, 'id', text),
    title: read(node, 'title', localised),
    where: readCondition(entryOf(node, 'where')?.value),
    top: read(node, 'top', integer),
    ranked: read(node, 'ranked', boolean)?.value === true,
    order: read(node, 'order', text),
    table: read(node, 'table', text),
    by: read(node, 'by', text),
    unread: entriesOf(node)
      .map(({ name }) => name)
      .find(key => publicationKeys[key] && read(node, key, publicationKeys[key]) === undefined),
  };
}

/** What decides who stands in the list. */
const publicationKeys: Readonly<Record<string, (node: Node) => unknown>> = {
  where: mapOf,
  top: integer,
  ranked: boolean,
  order: text,
  table: text,
  by: text,
};

export function readRuleSetting(entry: MapEntry): RuleSetting {
  const severity: Written<string> | undefined = read(entry.value, 'severity', text);
  return {
    code: entry.name,
    entry,
    severity,
    threshold: read(entry.value, 'threshold', number),
    reason: read(entry.value, 'reason', text),
  };
}
