/** What came out, at the place where it is defined: a tier's units, an expectation's result, a unit's place. */
import type { Locale } from '../../base/locale.ts';
import { findUnit } from '../../scoring/bind/bind.ts';
import { actualText, claimText } from '../../scoring/claimText.ts';
import { checkExpectations } from '../../scoring/expectations.ts';
import { textOf, tierName } from '../../scoring/names.ts';
import { printNumber } from '../../scoring/printNumber.ts';
import type { Scoring } from '../../scoring/score.ts';
import { bullets, escaped, lines, paragraphs } from '../markdown.ts';

/** How many units a tier has, in all and by group, and who stands nearest to where the next begins. */
export function tierText(scoring: Scoring, tier: number, locale: Locale): string {
  const { data, ranking } = scoring;
  const members = data.units.filter(({ index }) => ranking.tiers[index] === tier);
  const byGroup = data.groupSystems.map(({ id, groups }) =>
    groups
      .map(group => `${escaped(group)} ${members.filter(unit => unit.groups.get(id)?.includes(group)).length}`)
      .join(' · '),
  );
  const count =
    locale === 'en'
      ? `${members.length} of ${data.units.length} units`
      : `${members.length} 个评估对象（共 ${data.units.length} 个）`;
  return paragraphs([
    `**${escaped(tierName(scoring, tier, locale))}** ${count}`,
    lines(byGroup),
    bullets(borderLines(scoring, tier, locale)),
  ]);
}

/** The last two in the tier and the first two after it. */
function borderLines(scoring: Scoring, tier: number, locale: Locale): readonly string[] {
  const { ranking } = scoring;
  const placed = [...ranking.order].filter(unit => ranking.tiers[unit]! >= 0);
  const inside = placed.filter(unit => ranking.tiers[unit] === tier).slice(-2);
  const below = placed.filter(unit => ranking.tiers[unit]! > tier).slice(0, 2);
  const words = locale === 'en' ? ['last in it: ', 'next after it: '] : ['档内最末：', '其后最近：'];
  const line = (word: string | undefined, units: readonly number[]) =>
    units.length === 0 ? [] : [`${word}${units.map(unit => withScore(scoring, unit)).join(', ')}`];
  return [...line(words[0], inside), ...line(words[1], below)];
}

function withScore({ data, ranking, scores }: Scoring, unit: number): string {
  const score = scores.totals.states[unit] === 0 ? ` ${printNumber(ranking.rounded[unit]!)}` : '';
  return `${escaped(data.units[unit]!.name)}${score}`;
}

/** Whether an expectation holds and what came out. */
export function expectationText(scoring: Scoring, index: number, locale: Locale): string | undefined {
  const checked = checkExpectations(scoring)[index];
  const claim = checked?.expectation.claim;
  if (checked === undefined || claim === undefined) return undefined;
  const isEnglish = locale === 'en';
  const actual = actualText(checked)?.[locale];
  const result =
    checked.holds === true
      ? isEnglish
        ? '✓ holds'
        : '✓ 成立'
      : checked.holds === false
        ? `✗ ${isEnglish ? 'it is' : '实际为'} ${escaped(actual ?? '')}`
        : isEnglish
          ? '? cannot be checked'
          : '? 无法检验';
  const names = checked.units.map(id => findUnit(scoring.data, id)?.name ?? id);
  const most = 12;
  const more = names.length > most ? ' …' : '';
  const note = textOf(checked.expectation.note?.value, locale);
  return paragraphs([
    escaped(claimText(claim, scoring.system.tiers)[locale]),
    checked.unresolved === undefined ? result : `${result}: ${escaped(checked.unresolved)}`,
    escaped(names.slice(0, most).join(isEnglish ? ', ' : '、')) + more,
    note && escaped(note),
  ]);
}

/** A unit's score, rank and tier. */
export function unitText(scoring: Scoring, reference: string, locale: Locale): string | undefined {
  const unit = findUnit(scoring.data, reference);
  if (unit === undefined) return undefined;
  const { ranking } = scoring;
  const rank = ranking.ranks[unit.index]!;
  const tier = ranking.tiers[unit.index]!;
  const words = locale === 'en' ? ['rank', 'tier'] : ['位次', '档次'];
  return lines([
    `**${withScore(scoring, unit.index)}**`,
    rank > 0 ? `${words[0]} ${rank}` : undefined,
    tier >= 0 ? `${words[1]} ${escaped(tierName(scoring, tier, locale))}` : undefined,
    [...unit.groups.values()].flat().map(escaped).join(' · '),
  ]);
}
