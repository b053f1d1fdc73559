/**
 * What is another in a ranking than in the one before it: an edit changes few columns of a long table. Compares plain
 * data and knows nothing of what it means.
 */
import { isSame } from '../../engine/same.ts';
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
  const changed = levels.map((level, index) => (isSame(levelsBefore[index], level) ? null : level));
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
    names.filter(name => !isSame(before[name], now[name])).map(name => [name, now[name]]),
  ) as Partial<Data>;
}
