/** What is known of the selected unit beyond its row, and the ways on from it. */
import type { RankingView, UnitView } from '../../../../server/src/protocol/preview.ts';
import type { UnitDetails } from '../../../../server/src/protocol/questions.ts';
import { Breakdown } from './breakdown.tsx';
import type { Strings } from './english.ts';
import { formatDifference, formatExact, formatRank, formatScore } from './format.ts';
import type { Host } from './host.ts';
import { useAnswer } from './useAnswer.ts';
import type { ColumnKey, ViewState } from './viewState.ts';

interface DetailsProps {
  readonly view: ViewState;
  readonly change: (part: Partial<ViewState>) => void;
  readonly host: Host;
  readonly ranking: RankingView;
  readonly unit: UnitView;
  readonly column: ColumnKey;
  readonly cursor: readonly string[];
  readonly strings: Strings;
  readonly explain: (unit: string) => void;
  readonly goTo: (unit: string | null, column: ColumnKey) => void;
}

export function Details({ ranking, unit, column, cursor, view, strings, change, host, explain, goTo }: DetailsProps) {
  const answered = useAnswer(host, 'unit', { unit: unit.id }, ranking);
  const details = answered?.unit === unit.id ? answered : undefined;
  const indicator = ranking.columns.find(({ id }) => column === `level:${id}`);
  return (
    <aside class={`details ${view.isApart ? 'is-apart' : ''}`} aria-label={strings.details}>
      <div class="summary">
        <div class="facts">
          <strong>{unit.name}</strong>
          {factsOf(unit, ranking, details, strings).map(fact => (
            <span key={fact}>{fact}</span>
          ))}
          {details && distancesOf(details, strings).map(fact => <span key={fact}>{fact}</span>)}
          {unit.reason !== null && <span class="loss">{unit.reason}</span>}
        </div>
        <div class="ways" title={strings.keys}>
          <button
            type="button"
            class="button"
            aria-expanded={view.isApart}
            onClick={() => change({ isApart: !view.isApart })}
          >
            {strings.breakdown}
          </button>
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
      </div>
      {view.isApart && details && (
        <Breakdown
          ranking={ranking}
          details={details}
          opened={view.opened}
          open={opened => change({ opened })}
          cursor={cursor}
          strings={strings}
          host={host}
        />
      )}
    </aside>
  );
}

function distancesOf({ above, nextTier }: UnitDetails, strings: Strings): readonly string[] {
  return [
    ...(above === null ? [] : [strings.gapAbove(formatExact(above.gap), above.name, formatRank(above.rank))]),
    ...(nextTier === null ? [] : [strings.gapTier(formatExact(nextTier.gap), nextTier.name)]),
  ];
}

function factsOf(
  unit: UnitView,
  ranking: RankingView,
  details: UnitDetails | undefined,
  strings: Strings,
): readonly string[] {
  const total = details?.total ?? unit.score;
  const ranksWithin = Object.values(unit.rankWithin).flatMap(ranks => Object.entries(ranks));
  return [
    unit.rank === null ? strings.notRanked : strings.rankOf(formatRank(unit.rank), ranking.units.length),
    ...ranksWithin.map(([group, rank]) => strings.rankIn(formatRank(rank), group)),
    ...(unit.score === null ? [] : [formatScore(unit.score, ranking.decimals)]),
    ...(total === null || total === unit.score ? [] : [strings.exact(formatExact(total))]),
    ...unit.adjustments.map(({ name, points }) => `${name} ${formatDifference(points, decimalsOf(points))}`),
    ...(unit.missing > 0 ? [strings.missing(unit.missing)] : []),
    ...(unit.notApplicable > 0 ? [strings.notApplicable(unit.notApplicable)] : []),
  ];
}

/** As many decimals as the number has, at most four. */
function decimalsOf(value: number): number {
  return Math.min(4, formatExact(value).split('.')[1]?.length ?? 0);
}
