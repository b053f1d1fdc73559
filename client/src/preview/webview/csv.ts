/**
 * The table as it is shown, as CSV (RFC 4180, CR LF, a byte order mark so that spreadsheets read UTF-8). A text that a
 * spreadsheet would take for a formula is led by an apostrophe. Pure.
 */
import type { RankingView, UnitView } from '../../../../server/src/protocol/preview.ts';
import type { TriedRanking } from '../../../../server/src/protocol/questions.ts';
import type { Strings } from './english.ts';

/** `units` in the order in which they are shown; `tried` adds the ranking under the weights that are tried. */
export function tableCsv(
  ranking: RankingView,
  units: readonly UnitView[],
  tried: TriedRanking | null,
  strings: Strings,
): string {
  const { columns: titles } = strings;
  const withTiers = ranking.tiers.length > 0;
  const header = [
    ...[titles.rank, 'id', titles.unit, titles.score],
    ...(withTiers ? [titles.tier] : []),
    ...(tried === null ? [] : [`${titles.tried}: ${titles.rank}`, `${titles.tried}: ${titles.score}`]),
    ...ranking.groupSystems.map(({ name }) => name),
    ...ranking.columns.map(({ name }) => name),
  ];
  const rows = units.map(unit => [
    ...[number(unit.rank), text(unit.id), text(unit.name), number(unit.score)],
    ...(withTiers ? [text(unit.tier === null ? '' : (ranking.tiers[unit.tier]?.name ?? ''))] : []),
    ...(tried === null ? [] : [number(tried.units[unit.id]?.rank), number(tried.units[unit.id]?.score)]),
    ...ranking.groupSystems.map(({ id }) => text(unit.groups[id]?.join(';') ?? '')),
    ...ranking.columns.map((_, level) => number(unit.scores[level])),
  ]);
  const lines = [header.map(text), ...rows].map(cells => cells.join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

/** All digits; what is not there is an empty cell. */
function number(value: number | null | undefined): string {
  return value == null ? '' : String(Number(value.toPrecision(15)));
}

function text(written: string): string {
  const harmless = /^[=+\-@\t\r＝＋－＠]/.test(written) ? `'${written}` : written;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
