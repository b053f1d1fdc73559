/** What the data of two scorings say differently: units, cells, columns, groups. */
import type { Steps } from '../../base/steps.ts';
import type { Indicator } from '../../model/indicator.ts';
import type { BoundData } from '../bind/bind.ts';
import { cellText } from '../columnSearch.ts';
import type { BoundSource, ColumnPlace } from '../columns.ts';
import type { Scoring } from '../score.ts';
import { type InBoth, isInBoth, type Named, named, type Pairs } from './match.ts';
import { type Plain, type Setting, settingsBetween } from './plain.ts';

export interface CellChange {
  readonly unit: string;
  readonly name: string;
  readonly indicator: Named;
  readonly before: string;
  readonly after: string;
}

export interface DataChange {
  readonly kind: 'data';
  readonly factor: 'data';
  readonly unitsAdded: readonly { readonly id: string; readonly name: string }[];
  readonly unitsRemoved: readonly { readonly id: string; readonly name: string }[];
  /** How many cells of indicators that are in both differ, and the first of them. */
  readonly nCells: number;
  readonly cells: readonly CellChange[];
  readonly settings: readonly Setting[];
}

/** How many cells are listed; all are counted. */
const mostCells = 50;

export function* dataChange(before: Scoring, after: Scoring, pairs: Pairs): Steps<readonly DataChange[]> {
  const [old, now] = [before.data, after.data];
  const plainUnit = ({ id, name }: { id: string; name: string }) => ({ id, name });
  const unitsAdded = now.units.filter(({ id }) => !old.unitById.has(id)).map(plainUnit);
  const unitsRemoved = old.units.filter(({ id }) => !now.unitById.has(id)).map(plainUnit);
  const same = sameColumns(old, now);
  const all: CellChange[] = [];
  for (const pair of pairs.all.filter(isInBoth)) {
    for (const change of cellChanges(pair, { before, after, same })) all.push(change);
    yield;
  }
  const settings = [
    ...settingsBetween('units', before.system.units, after.system.units),
    ...settingsBetween('data', before.system.data, after.system.data),
    ...pairs.all.filter(isInBoth).flatMap(columnSettings),
    ...groupChanges(before, after),
    ...[undefined, ...pairs.all.filter(isInBoth)].flatMap(pair => keptNumbers(pair, before, after)),
  ];
  if (unitsAdded.length + unitsRemoved.length + all.length + settings.length === 0) return [];
  return [
    {
      kind: 'data',
      factor: 'data',
      unitsAdded,
      unitsRemoved,
      nCells: all.length,
      cells: all.slice(0, mostCells),
      settings,
    },
  ];
}

/** The columns that a leaf reads, where its id alone did not change them. */
function columnSettings({ before, after }: InBoth): readonly Setting[] {
  if (before.children !== undefined && after.children !== undefined) return [];
  const column = ({ id, own }: Indicator): Plain => (own.checklist === undefined ? (own.column?.value ?? id) : null);
  return [
    ...settingsBetween(`${after.id}.column`, column(before), column(after)),
    ...settingsBetween(`${after.id}.from`, before.own.from, after.own.from),
  ];
}

/** What is kept of the edition before, where that one has changed. */
function keptNumbers(pair: InBoth | undefined, before: Scoring, after: Scoring): readonly Setting[] {
  const [old, now] = [before.data.earlier?.(pair?.before), after.data.earlier?.(pair?.after)];
  if (old === undefined && now === undefined) return [];
  return settingsBetween(`${pair?.after.id ?? 'aggregate'}.previous`, old?.numbers, now?.numbers);
}

interface ComparedData {
  readonly before: Scoring;
  readonly after: Scoring;
  readonly same: ReturnType<typeof sameColumns>;
}

function cellChanges({ before, after }: InBoth, compared: ComparedData): readonly CellChange[] {
  const { before: old, after: now, same } = compared;
  const [left, right] = [old.data.leaves.get(before)?.places ?? [], now.data.leaves.get(after)?.places ?? []];
  if (left.length !== right.length) return [];
  if (right.every((place, position) => same.inAllRows(left[position]!, place))) return [];
  const rowIn = ({ data }: Scoring, place: ColumnPlace, unit: number) => data.rows[place.source.index]?.[unit];
  const isSame = right.map((place, position) => same.inItself(left[position]!, place));
  return now.data.units.flatMap(unit => {
    const earlier = old.data.unitById.get(unit.id);
    if (earlier === undefined) return [];
    return right.flatMap((place, position) => {
      const isOneCell =
        isSame[position] && rowIn(old, left[position]!, earlier.index) === rowIn(now, place, unit.index);
      if (isOneCell) return [];
      const texts = [
        cellText(old.data, earlier.index, left[position]!),
        cellText(now.data, unit.index, place),
      ] as const;
      const [from, to] = texts;
      return from === to ? [] : [{ unit: unit.id, name: unit.name, indicator: named(after), before: from, after: to }];
    });
  });
}

/**
 * Whether a column before and one after are one and the same column of files that are alike: mostly they are; and whether
 * the units stand in the same rows of it.
 */
function sameColumns(old: BoundData, now: BoundData) {
  const namesOf = ({ table }: BoundSource) => table?.columns.map(({ name }) => name).join('\n');
  const areAlike = (a: BoundSource, b: BoundSource) =>
    a.table === b.table ||
    (a.table?.isText === true &&
      !a.laidOut &&
      !b.laidOut &&
      a.table.text === b.table?.text &&
      namesOf(a) === namesOf(b));
  const key = (a: BoundSource, b: BoundSource) => `${a.index} ${b.index}`;
  const alike = old.sources.flatMap(a => now.sources.flatMap(b => (areAlike(a, b) ? [{ a, b }] : [])));
  const isOneOrder =
    old.units.length === now.units.length && old.units.every(({ id }, index) => id === now.units[index]!.id);
  const rowsAreOne = ({ a, b }: (typeof alike)[number]) => {
    const [left, right] = [old.rows[a.index]!, now.rows[b.index]!];
    return left === right || left.every((row, unit) => row === right[unit]);
  };
  const ones = new Set(alike.map(({ a, b }) => key(a, b)));
  const wholes = new Set((isOneOrder ? alike.filter(rowsAreOne) : []).map(({ a, b }) => key(a, b)));
  const isIn = (keys: ReadonlySet<string>) => (left: ColumnPlace, right: ColumnPlace) =>
    left.column === right.column && keys.has(key(left.source, right.source));
  return { inItself: isIn(ones), inAllRows: isIn(wholes) };
}

/** Units that stand in other groups than before. */
function groupChanges(before: Scoring, after: Scoring): readonly Setting[] {
  return after.data.units.flatMap(unit => {
    const earlier = before.data.unitById.get(unit.id);
    if (earlier === undefined) return [];
    return settingsBetween(
      unit.name,
      { groups: earlier.groups, name: earlier.name },
      { groups: unit.groups, name: unit.name },
    );
  });
}
