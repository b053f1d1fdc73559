/** What stands in one cell of the ranking table. */
import type { RankingView, UnitView } from '../../../../server/src/protocol/preview.ts';
import type { TriedRanking } from '../../../../server/src/protocol/questions.ts';
import { changeOf } from './change.ts';
import type { GridColumn } from './columns.ts';
import type { Strings } from './english.ts';
import { absent, formatDifference, formatPlaces, formatRank, formatScore, positionIn } from './format.ts';
import type { RankedGroup } from './select.ts';
import { TierLabel, tierClass } from './tiers.tsx';

interface CellProps {
  readonly unit: UnitView;
  readonly column: GridColumn;
  readonly ranking: RankingView;
  readonly within: RankedGroup | null;
  readonly strings: Strings;
  readonly tried: TriedRanking | null;
}

export function CellContent({ unit, column, ranking, within, strings, tried }: CellProps) {
  switch (column.key) {
    case 'rank':
      return <span title={unit.reason ?? ''}>{formatRank(unit.rank)}</span>;
    case 'within':
      return <span>{formatRank(within && unit.rankWithin[within.system]?.[within.group])}</span>;
    case 'change':
      return <ChangeCell unit={unit} ranking={ranking} strings={strings} />;
    case 'tried':
      return <TriedCell unit={unit} ranking={ranking} strings={strings} tried={tried} />;
    case 'unit':
      return <span title={unit.id === unit.name ? '' : `${unit.name} (${unit.id})`}>{unit.name}</span>;
    case 'score':
      return <ScoreCell unit={unit} ranking={ranking} />;
    case 'tier':
      return <TierCell unit={unit} ranking={ranking} strings={strings} />;
  }
  if (column.level !== null) return <LevelCell score={unit.scores[column.level]} ranking={ranking} />;
  const groups = unit.groups[column.key.slice('group:'.length)] ?? [];
  return <span>{groups.join(strings.locale === 'zh-CN' ? '、' : ', ') || absent}</span>;
}

function ChangeCell({ unit, ranking, strings }: Omit<CellProps, 'column' | 'within' | 'tried'>) {
  const change = changeOf(unit, ranking.baseline);
  if (change === null) return <span>{absent}</span>;
  if (change.isNew) return <span class="gain">{strings.isNew}</span>;
  const { places, score } = change;
  if (!change.isChanged) {
    return (
      <span class="faint" title={strings.same}>
        =
      </span>
    );
  }
  return (
    <>
      {places !== null && <Places places={places} strings={strings} />}
      {score !== null && score !== 0 && <span class="difference">{formatDifference(score, ranking.decimals)}</span>}
    </>
  );
}

/** The rank under the weights that are tried, and how far that is from the present one. */
function TriedCell({ unit, ranking, strings, tried }: Omit<CellProps, 'column' | 'within'>) {
  const standing = tried?.units[unit.id];
  if (standing === undefined) return <span>{absent}</span>;
  const places = standing.rank === null || unit.rank === null ? null : unit.rank - standing.rank;
  return (
    <>
      {places !== null && places !== 0 && <Places places={places} strings={strings} />}
      <span class="difference">{formatScore(standing.score, ranking.decimals)}</span>
      <span class="tried-rank">{formatRank(standing.rank)}</span>
    </>
  );
}

function Places({ places, strings }: { places: number; strings: Strings }) {
  const text = formatPlaces(places);
  if (places === 0) return <span class="places faint">{text}</span>;
  const words = formatRank(Math.abs(places));
  return (
    <>
      <span class={`places ${places > 0 ? 'gain' : 'loss'}`} aria-hidden="true">
        {text}
      </span>
      <span class="for-ears">{places > 0 ? strings.up(words) : strings.down(words)}</span>
    </>
  );
}

function ScoreCell({ unit, ranking }: { unit: UnitView; ranking: RankingView }) {
  const colour = unit.tier === null ? '' : tierClass(unit.tier, ranking.tiers.length);
  return (
    <>
      {unit.score !== null && (
        <Gauge share={positionIn(unit.score, ranking.totalRange)} look={`score-gauge ${colour}`} />
      )}
      <span class="score">{formatScore(unit.score, ranking.decimals)}</span>
    </>
  );
}

function TierCell({ unit, ranking, strings }: Omit<CellProps, 'column' | 'within' | 'tried'>) {
  if (unit.tier === null) return <span>{absent}</span>;
  const before = changeOf(unit, ranking.baseline)?.tierBefore ?? null;
  if (before === null) return <TierLabel ranking={ranking} tier={unit.tier} />;
  const from = strings.cameFrom(ranking.tiers[before]?.name ?? '');
  return (
    <span title={from}>
      <TierLabel ranking={ranking} tier={unit.tier} />
      <span class={before > unit.tier ? 'gain' : 'loss'} aria-hidden="true">
        {before > unit.tier ? ' ↑' : ' ↓'}
      </span>
      <span class="for-ears">{from}</span>
    </span>
  );
}

function LevelCell({ score, ranking }: { score: number | null | undefined; ranking: RankingView }) {
  return (
    <>
      {score != null && <Gauge share={positionIn(score, ranking.scale)} look="level-gauge" />}
      <span>{formatScore(score, ranking.decimals)}</span>
    </>
  );
}

/** A bar of one element, which paints its filled part and cuts nothing off: there are hundreds of them. */
function Gauge({ share, look }: { share: number; look: string }) {
  return <span class={`gauge ${look}`} aria-hidden="true" style={{ backgroundSize: `${share * 100}% 100%` }} />;
}
