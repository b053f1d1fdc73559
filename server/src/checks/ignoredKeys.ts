/** Keys that are understood and have no effect where they stand, and why. Knows no data. */
import { type LocalText, localText } from '../base/locale.ts';
import type { Indicator, IndicatorText, Inheritable } from '../model/indicator.ts';
import { isLeaf } from '../model/select.ts';
import type { IndicatorSystem } from '../model/system.ts';
import { entryOf, type MapEntry, type MapNode, type Node, resolved } from '../syntax/tree.ts';

export interface IgnoredKey {
  readonly entry: MapEntry;
  readonly why: LocalText;
}

export interface IgnoredKeyOf extends IgnoredKey {
  /** The map that it stands in. */
  readonly holder: MapNode;
  /** Whether nothing but the key can be meant to go. */
  readonly isSafe: boolean;
}

/** On an indicator, and in its methods. */
export function* ignoredOn({ own, parent }: Indicator): Iterable<IgnoredKeyOf> {
  const holder = own.node;
  if (own.bonus !== undefined && own.weight !== undefined && parent === undefined) {
    yield { holder, entry: own.weight.entry, why: countsByCap, isSafe: true };
  }
  yield* isLeaf(own) ? ofLeaf(own) : ofAggregate(holder);
  if ((own.treat ?? own.normalise ?? own.standardise) === undefined) return;
  for (const { map, ...ignored } of inMethods(own, holder)) yield { ...ignored, holder: map, isSafe: false };
}

/** Outside the indicators. */
export function* ignoredInHeader(system: IndicatorSystem): Iterable<IgnoredKey> {
  const { defaults, data, ranking, publications } = system;
  yield* inMethods(defaults, entryOf(system.node, 'defaults')?.value);
  for (const { node, path, sheet } of data) {
    const entry = sheet && path && !/\.xlsx$/i.test(path.value) ? entryOf(node, 'sheet') : undefined;
    if (entry !== undefined) yield { entry, why: localText('the file is no workbook', '该文件不是工作簿') };
  }
  const { level, minShare, minNonZero } = ranking.eligible ?? {};
  if (level?.entry !== undefined && minShare === undefined && minNonZero === undefined) {
    const why = localText('no share is asked for (minShare, minNonZero)', '没有要求占比（minShare、minNonZero）');
    yield { entry: level.entry, why };
  }
  for (const { node, table } of publications) {
    const ignored = table === undefined ? ['by'] : ['top', 'ranked', 'order'];
    const why = table === undefined ? splitsTables : listsNobody;
    yield* ignored.flatMap(key => entryOf(node, key) ?? []).map(entry => ({ entry, why }));
  }
}

/** Keys that say how children come together. */
const aggregateKeys = new Set(['aggregate', 'weighting', 'standardise', 'minShare', 'minCount', 'notApplicable']);

function ofLeaf({ node: holder, checklist, categories, steps }: IndicatorText): readonly IgnoredKeyOf[] {
  const ignored: IgnoredKeyOf[] = [];
  for (const entry of holder.entries) {
    if (aggregateKeys.has(entry.name)) ignored.push({ holder, entry, why: nothingBelow, isSafe: true });
    else if (entry.name === 'count') ignored.push({ holder, entry, why: notUnpublished, isSafe: false });
  }
  // The first of them says what a cell is worth.
  const reading = checklist ?? categories ?? steps;
  if (reading === undefined) return ignored;
  const first = reading.entry.name;
  const why = localText(`${first} says what its cells are worth`, `取值由 ${first} 决定`);
  for (const other of [categories, steps])
    if (other !== undefined && other !== reading) ignored.push({ holder, entry: other.entry, why, isSafe: false });
  const column = reading === checklist ? entryOf(holder, 'column') : undefined;
  if (column !== undefined) ignored.push({ holder, entry: column, why: namesItsColumns, isSafe: true });
  return ignored;
}

function ofAggregate(holder: MapNode): readonly IgnoredKeyOf[] {
  const entry = entryOf(holder, 'range');
  return entry === undefined ? [] : [{ holder, entry, why: noCells, isSafe: true }];
}

interface IgnoredInMethod extends IgnoredKey {
  readonly map: MapNode;
}

function* inMethods(written: Inheritable, holder: Node | undefined): Iterable<IgnoredInMethod> {
  const transform = written.treat?.transform?.value;
  const treatment = transform === undefined ? undefined : mapAt(holder, 'treat');
  for (const [key, wanted] of treatment === undefined ? [] : transformOf) {
    const entry = transform === wanted ? undefined : entryOf(treatment, key);
    const why = localText(`it belongs to ${wanted}, not to ${transform}`, `它属于 ${wanted}，而不是 ${transform}`);
    if (entry !== undefined) yield { map: treatment!, entry, why };
  }
  for (const key of ['normalise', 'standardise'] as const) {
    const method = written[key];
    const range = method?.method.value === 'z-score' ? method.range?.entry : undefined;
    if (range === undefined || method!.parameters.get('truncate')?.value === true) continue;
    yield { map: mapAt(holder, key)!, entry: range, why: onlyCutsOff };
  }
}

/** Parameters of one transformation only. */
const transformOf = [
  ['lambda', 'box-cox'],
  ['mirrored', 'log'],
] as const;

function mapAt(holder: Node | undefined, key: string): MapNode | undefined {
  const map = resolved(entryOf(holder, key)?.value);
  return map?.kind === 'map' ? map : undefined;
}

const countsByCap = localText('a bonus counts by its cap', '加分项按上限计入');
const nothingBelow = localText('it has no indicators below it', '它没有下级指标');
const notUnpublished = localText(
  'nothing is listed below it; an aggregate without its list says unpublished: true',
  '其下没有列出指标；不列出下级的合成指标应写 unpublished: true',
);
const splitsTables = localText('it splits a table (table: tiers)', '它用于拆分统计表（table: tiers）');
const listsNobody = localText('a table lists no units', '统计表不列出评估对象');
const namesItsColumns = localText('its checklist names the columns', '清单已写明各列');
const noCells = localText('an aggregate has no cells', '合成指标没有单元格');
const onlyCutsOff = localText(
  'z-scores keep to a range only with truncate: true',
  '标准分只有写明 truncate: true 才受范围限制',
);
