/**
 * What is another in a ranking than in the one before it: an edit changes few columns of a long table. Compares plain
 * data and knows nothing of what it means.
 */
import type { PreviewChange, RankingColumns, RankingHead, UnitColumns } from '../../protocol/preview.ts';

/** `undefined` stands for what has stayed. */
export function rankingChange(
  before: RankingColumns,
  now: RankingColumns,
): Pick<PreviewChange, 'head' | 'units' | 'levels'> {
  const { units: unitsBefore, ...headBefore } = before;
  const { units: unitsNow, ...head } = now;
  const { levels: levelsBefore, ...columnsBefore } = unitsBefore;
  const { levels, ...columns } = unitsNow;
  const changed = levels.map((level, index) => (isEqual(levelsBefore[index], level) ? null : level));
  const areLevelsSame = levels.length === levelsBefore.length && changed.every(level => level === null);
  return {
    head: changedPart<RankingHead>(headBefore, head),
    units: changedPart<Omit<UnitColumns, 'levels'>>(columnsBefore, columns),
    ...(!areLevelsSame && { levels: changed }),
  };
}

function changedPart<Data extends object>(before: Data, now: Data): Partial<Data> {
  const names = Object.keys(now) as (keyof Data)[];
  return Object.fromEntries(
    names.filter(name => !isEqual(before[name], now[name])).map(name => [name, now[name]]),
  ) as Partial<Data>;
}

/** Of plain data. */
function isEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) && Array.isArray(b)) {
    if (a.length !== b.length) return false;
    for (let index = 0; index < a.length; index++) if (!isEqual(a[index], b[index])) return false;
    return true;
  }
  const [one, other] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every(key => key in other && isEqual(one[key], other[key]));
}
