/** From the problems of structure to what they keep from being scored. */
import type { LocalText } from '../base/locale.ts';
import type { Indicator } from '../model/indicator.ts';
import type { IndicatorSystem } from '../model/system.ts';
import type { StructureProblem } from '../schema/structure.ts';
import { noObstacles, type Obstacles } from '../scoring/obstacles.ts';
import type { MapEntry, MapNode, Tree } from '../syntax/tree.ts';

/** Keys of an indicator that change no number. */
const words = new Set([
  'name',
  'description',
  'source',
  'channel',
  'measure',
  'range',
  'count',
  'level',
  'unpublished',
]);

/** Keys of the file that every total depends on. */
const total = new Set([
  'weights',
  'weightsBy',
  'scale',
  'aggregate',
  'missing',
  'minShare',
  'minCount',
  'notApplicable',
  'standardise',
  'weighting',
  'pipeline',
  'defaults',
  'data',
  'adjustments',
  'ranking',
  'fullMark',
]);

/** Keys of `units` that say which units there are and how they are grouped. */
const units = new Set(['id', 'groups', 'aliases']);

/** Keys by which something is called: scores need none. */
const labels = new Set(['id', 'name']);

export function obstaclesOf(tree: Tree, system: IndicatorSystem, structure: readonly StructureProblem[]): Obstacles {
  const inTheWay = structure.filter(isInTheWay);
  if (inTheWay.length === 0 || system.node === undefined) return noObstacles;
  const indicators = new Map<Indicator, LocalText>();
  let totals: LocalText | undefined;
  let tiers: LocalText | undefined;
  for (const { place, message, edit } of inTheWay) {
    const offset = tree.rangeOf(place).start;
    const nameMeant = (entry: MapEntry | undefined) =>
      edit?.kind === 'rename-key' && edit.entry === entry ? edit.newKey : entry?.name;
    const entry = entryAt(tree, system.node, offset);
    const key = nameMeant(entry);
    if (key === undefined) continue;
    if (key === 'indicators') {
      const indicator = system.indicators.findLast(({ own }) => contains(tree, own.node, offset));
      const own = indicator && entryAt(tree, indicator.own.node, offset);
      const isInWords = words.has(nameMeant(own) ?? '');
      if (indicator !== undefined && !isInWords) indicators.set(indicator, message);
    } else if (key === 'tiers') {
      tiers = message;
    } else if (key === 'units') {
      const own = entry?.value?.kind === 'map' ? entryAt(tree, entry.value, offset) : undefined;
      if (own === undefined || units.has(nameMeant(own)!)) totals = message;
    } else if (total.has(key)) {
      totals = message;
    }
  }
  return { indicators, totals, tiers };
}

/** A key that the format does not have is in the way where it is a slip for one that it has, or stands in the wrong map. */
function isInTheWay({ code, edit, missingKeys, belongsBeside }: StructureProblem): boolean {
  if (code === 'unknown-key') return edit?.kind === 'rename-key' || belongsBeside === true;
  return missingKeys === undefined || missingKeys.some(key => !labels.has(key));
}

function entryAt(tree: Tree, map: MapNode, offset: number): MapEntry | undefined {
  return map.entries.find(entry => contains(tree, entry, offset));
}

function contains(tree: Tree, place: MapNode | MapEntry, offset: number): boolean {
  const { start, end } = tree.rangeOf(place);
  return start <= offset && offset < end;
}
