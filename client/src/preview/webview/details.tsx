/** What is known of the selected unit beyond its row, and the ways on from it. */
import type { RankingView, UnitView } from '../../../../server/src/protocol/preview.ts';
import { formatDifference, formatExact, formatRank, formatScore } from './format.ts';
import type { Strings } from './strings.ts';
import type { ColumnKey } from './viewState.ts';

interface DetailsProps {
  readonly ranking: RankingView;
  readonly unit: UnitView;
  readonly column: ColumnKey;
  readonly strings: Strings;
  readonly explain: (unit: string) => void;
  readonly goTo: (unit: string | null, column: ColumnKey) => void;
}

export function Details({ ranking, unit, column, strings, explain, goTo }: DetailsProps) {
  const indicator = ranking.columns.find(({ id }) => column === `level:${id}`);
  return (
    <aside class="details" aria-label={strings.details}>
      <div class="facts">
        <strong>{unit.name}</strong>
        {factsOf(unit, ranking, strings).map(fact => (
          <span key={fact}>{fact}</span>
        ))}
        {unit.reason !== null && <span class="loss">{unit.reason}</span>}
      </div>
      <div class="ways" title={strings.keys}>
        <button type="button" class="button" onClick={() => explain(unit.id)}>
          {strings.explain}
        </button>
        <button type="button" class="button" onClick={() => goTo(unit.id, 'unit')}>
          {strings.showData}
        </button>
        {indicator !== undefined && (
          <button type="button" class="button" onClick={() => goTo(unit.id, column)}>
            {strings.showIndicator(indicator.name)}
          </button>
        )}
      </div>
    </aside>
  );
}

function factsOf(unit: UnitView, ranking: RankingView, strings: Strings): readonly string[] {
  const ranksWithin = Object.values(unit.rankWithin).flatMap(ranks => Object.entries(ranks));
  return [
    unit.rank === null ? strings.notRanked : strings.rankOf(formatRank(unit.rank), ranking.units.length),
    ...ranksWithin.map(([group, rank]) => strings.rankIn(formatRank(rank), group)),
    ...(unit.score === null ? [] : [formatScore(unit.score, ranking.decimals)]),
    ...(unit.unrounded === null || unit.unrounded === unit.score ? [] : [strings.exact(formatExact(unit.unrounded))]),
    ...unit.adjustments.map(({ name, points }) => `${name} ${formatDifference(points, decimalsOf(points))}`),
    ...(unit.missing > 0 ? [strings.missing(unit.missing)] : []),
    ...(unit.notApplicable > 0 ? [strings.notApplicable(unit.notApplicable)] : []),
  ];
}

/** As many decimals as the number has, at most four. */
function decimalsOf(value: number): number {
  return Math.min(4, formatExact(value).split('.')[1]?.length ?? 0);
}
