/**
 * What stands in one cell of the ranking table. A key changes most of the cells in view, so each has as few elements as can
 * be: its text is the cell's own, what is a sign is told in words by the cell, and nothing is a layer to itself.
 */
import type { ComponentChildren } from 'preact';
import type { RankingView, UnitView } from '../../../../server/src/protocol/preview.ts';
import type { TriedRanking } from '../../../../server/src/protocol/questions.ts';
import { changeOf } from './change.ts';
import { type GridColumn, placesOf } from './columns.ts';
import type { Strings } from './english.ts';
import { absent, formatDifference, formatPlaces, formatRank, formatScore, positionIn } from './format.ts';
import type { RankedGroup } from './select.ts';
import { tierClass } from './tiers.tsx';

interface ShownUnit {
  readonly unit: UnitView;
  readonly ranking: RankingView;
  readonly within: RankedGroup | null;
  readonly strings: Strings;
  readonly tried: TriedRanking | null;
}

interface Cell {
  readonly content: ComponentChildren;
  /** Classes of the cell. */
  readonly look?: string;
  readonly title?: string;
  /** What is heard instead of the content. */
  readonly words?: string | undefined;
}

export function cellIn(column: GridColumn, shown: ShownUnit): Cell {
  const { unit, ranking, within, strings } = shown;
  switch (column.key) {
    case 'rank':
      return { content: formatRank(unit.rank), title: unit.reason ?? '' };
    case 'within':
      return { content: formatRank(within && unit.rankWithin[within.system]?.[within.group]) };
    case 'change':
      return changeCell(shown);
    case 'tried':
      return triedCell(shown);
    case 'unit':
      return { ...textCell(unit.name, column), title: unit.id === unit.name ? '' : `${unit.name} (${unit.id})` };
    case 'score':
      return scoreCell(shown);
    case 'tier':
      return tierCell(shown, column);
  }
  if (column.level !== null) return levelCell(unit.scores[column.level], ranking);
  const groups = unit.groups[column.key.slice('group:'.length)] ?? [];
  return textCell(groups.join(strings.locale === 'zh-CN' ? '、' : ', ') || absent, column);
}

/** What certainly fits is not cut off: that would be a layer to itself. */
function textCell(text: string, column: GridColumn, taken = 20): Cell {
  const isShort = placesOf(text) * 9 <= column.least - taken;
  return { content: text, look: isShort ? '' : 'long' };
}

function changeCell({ unit, ranking, strings }: ShownUnit): Cell {
  const change = changeOf(unit, ranking.baseline);
  if (change === null) return { content: absent };
  if (change.isNew) return { content: strings.isNew, look: 'gain' };
  const { places, score } = change;
  if (!change.isChanged) return { content: '=', look: 'faint', title: strings.same };
  const difference = score === null || score === 0 ? '' : formatDifference(score, ranking.decimals);
  return {
    content: [sign(places), <span class="difference">{difference && `\t${difference}`}</span>],
    look: wayOf(places),
    words: inWords(places, difference, strings),
  };
}

/** The rank under the weights that are tried, and how far that is from the present one. */
function triedCell({ unit, ranking, strings, tried }: ShownUnit): Cell {
  const standing = tried?.units[unit.id];
  if (standing === undefined) return { content: absent };
  const places = standing.rank === null || unit.rank === null ? null : unit.rank - standing.rank;
  const [score, rank] = [formatScore(standing.score, ranking.decimals), formatRank(standing.rank)];
  return {
    content: [
      <span class={wayOf(places)}>{places === 0 ? '' : sign(places)}</span>,
      <span class="difference"> {score}</span>,
      <span class="tried-rank">{rank}</span>,
    ],
    words: inWords(places, `${score} ${rank}`, strings),
  };
}

function sign(places: number | null): string {
  return places === null ? '' : formatPlaces(places);
}

function wayOf(places: number | null): string {
  if (places === null) return '';
  return places === 0 ? 'faint' : places > 0 ? 'gain' : 'loss';
}

function inWords(places: number | null, more: string, strings: Strings): string | undefined {
  if (places === null || places === 0) return undefined;
  const far = formatRank(Math.abs(places));
  return `${places > 0 ? strings.up(far) : strings.down(far)} ${more}`.trimEnd();
}

function scoreCell({ unit, ranking }: ShownUnit): Cell {
  const colour = unit.tier === null ? '' : tierClass(unit.tier, ranking.tiers.length);
  return {
    content: [
      unit.score !== null && gauge(positionIn(unit.score, ranking.totalRange), `score-gauge ${colour}`),
      formatScore(unit.score, ranking.decimals),
    ],
  };
}

function tierCell({ unit, ranking, strings }: ShownUnit, column: GridColumn): Cell {
  if (unit.tier === null) return { content: absent };
  const name = ranking.tiers[unit.tier]?.name ?? '';
  const label = textCell(name, column, 50);
  const look = `tiered ${tierClass(unit.tier, ranking.tiers.length)} ${label.look}`;
  const before = changeOf(unit, ranking.baseline)?.tierBefore ?? null;
  if (before === null) return { content: name, look };
  const from = strings.cameFrom(ranking.tiers[before]?.name ?? '');
  const arrow = before > unit.tier ? <span class="gain"> ↑</span> : <span class="loss"> ↓</span>;
  return { content: [name, arrow], look, title: from, words: `${name} ${from}` };
}

function levelCell(score: number | null | undefined, ranking: RankingView): Cell {
  return {
    content: [
      score != null && gauge(positionIn(score, ranking.scale), 'level-gauge'),
      formatScore(score, ranking.decimals),
    ],
  };
}

/** Plain areas: gradients and what is cut off take long to paint. */
function gauge(share: number, look: string) {
  return (
    <span class={`gauge ${look}`} aria-hidden="true">
      <span style={{ width: `${share * 100}%` }} />
    </span>
  );
}
