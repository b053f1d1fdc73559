/** A comparison in words: every change and what it did, as a reviewer reads it. */
import { decimalOf, printDecimal, round } from '../../base/decimal.ts';
import { inPercent, type Locale, type LocalText, localText } from '../../base/locale.ts';
import type { OwnEffect } from './causes.ts';
import type { Change } from './changes.ts';
import type { ExpectationChange } from './claims.ts';
import type { DataChange } from './data.ts';
import type { Named } from './match.ts';
import type { Setting } from './plain.ts';

/** At most six decimals and a sign: `+1.25`, `−0.5`, `0`. */
export function signed(value: number, decimals = 2): string {
  const text = printDecimal(round(decimalOf(value), decimals));
  return text.startsWith('-') ? text.replace('-', '−') : Number(text) === 0 ? text : `+${text}`;
}

/** A share of 0–1 in percent, as long as it takes to tell two apart. */
export function percent(share: number | null, locale: Locale): string {
  return share === null ? '–' : inPercent(printDecimal(round(decimalOf(share * 100), 3)), locale);
}

const number = /^([+−]?\d+)(?:\.(\d+))?( ?%)?$/;

/** The most that any of the numbers among the texts has. */
export function decimalsIn(texts: readonly string[]): number {
  return Math.max(0, ...texts.map(text => number.exec(text)?.[2]?.length ?? 0));
}

/** A number with so many decimals, which must not be fewer than it has; another text as it is. */
export function withDecimals(text: string, nDecimals: number): string {
  const [, whole, decimals = '', sign = ''] = number.exec(text) ?? [];
  return whole === undefined || nDecimals === 0 ? text : `${whole}.${decimals.padEnd(nDecimals, '0')}${sign}`;
}

export function changeText(change: Change, locale: Locale): string {
  return locale === 'en' ? english(change) : chinese(change);
}

function english(change: Change): string {
  const under = (parent: Named | null) => (parent === null ? 'the top level' : full(parent, 'en'));
  switch (change.kind) {
    case 'added':
    case 'removed': {
      const below = change.nBelow === 0 ? '' : `, with ${change.nBelow} below it`;
      return `${change.kind}: ${full(change.indicator, 'en')} under ${under(change.parent)}${below}`;
    }
    case 'moved':
      return `moved: ${full(change.indicator, 'en')} from ${under(change.from)} to ${under(change.to)}`;
    case 'reordered':
      return `another order under ${under(change.parent)}`;
    case 'renamed':
      return `renamed: ${full(change.before, 'en')} → ${full(change.after, 'en')}`;
    case 'weights':
      return `weights under ${under(change.parent)}: ${change.settings.map(each => weightText(each, 'en')).join(', ')}`;
    case 'method':
      return `${full(change.indicator, 'en')}: ${settingsText(change.settings, ', ')}`;
    case 'setting':
      return settingsText(change.settings, ', ');
    case 'expectations':
      return `expectations: ${expectationParts(change, 'en').join('; ')}`;
    case 'data':
      return `data: ${dataParts(change, 'en').join('; ')}`;
  }
}

function chinese(change: Change): string {
  const under = (parent: Named | null) => (parent === null ? '第一级' : full(parent, 'zh-CN'));
  switch (change.kind) {
    case 'added':
    case 'removed': {
      const word = change.kind === 'added' ? '新增' : '删除';
      const below = change.nBelow === 0 ? '' : `，含下级 ${change.nBelow} 个`;
      return `${word}：${full(change.indicator, 'zh-CN')}（${under(change.parent)}之下${below}）`;
    }
    case 'moved':
      return `移动：${full(change.indicator, 'zh-CN')}，从${under(change.from)}到${under(change.to)}`;
    case 'reordered':
      return `${under(change.parent)}之下的顺序有变`;
    case 'renamed':
      return `更名：${full(change.before, 'zh-CN')} → ${full(change.after, 'zh-CN')}`;
    case 'weights':
      return `${under(change.parent)}之下的权重：${change.settings.map(each => weightText(each, 'zh-CN')).join('，')}`;
    case 'method':
      return `${full(change.indicator, 'zh-CN')}：${settingsText(change.settings, '，')}`;
    case 'setting':
      return settingsText(change.settings, '，');
    case 'expectations':
      return `预期结果：${expectationParts(change, 'zh-CN').join('；')}`;
    case 'data':
      return `数据：${dataParts(change, 'zh-CN').join('；')}`;
  }
}

/** The name with the id, where they differ. */
export function full({ id, name }: Named, locale: Locale): string {
  return name[locale] === id ? id : `${name[locale]} (${id})`;
}

function weightText({ indicator, key, before, after }: Setting & { indicator: Named | null }, locale: Locale): string {
  return `${indicator?.name[locale] ?? key} ${before ?? '–'} → ${after ?? '–'}`;
}

function settingsText(settings: readonly Setting[], separator: string): string {
  return settings.map(({ key, before, after }) => `${key} ${before ?? '–'} → ${after ?? '–'}`).join(separator);
}

/** Claims hold commas themselves. */
function expectationParts({ changed, added, removed }: ExpectationChange, locale: Locale): readonly string[] {
  const [came, went] = locale === 'en' ? ['added: ', 'removed: '] : ['新增：', '删除：'];
  const list = (head: string, texts: readonly LocalText[]) => {
    const shown = texts.slice(0, mostShown).map(text => text[locale]);
    const nMore = texts.length - shown.length;
    const more = nMore === 0 ? [] : [locale === 'en' ? `${nMore} more` : `另有 ${nMore} 项`];
    return texts.length === 0 ? [] : [head + [...shown, ...more].join(locale === 'en' ? '; ' : '；')];
  };
  const other = changed.map(({ claim, difference }) =>
    localText(`${claim.en} ${difference.en}`, `${claim['zh-CN']} ${difference['zh-CN']}`),
  );
  return [...list('', other), ...list(came, added), ...list(went, removed)];
}

const mostShown = 5;

function dataParts(change: DataChange, locale: Locale): readonly string[] {
  const { unitsAdded, unitsRemoved, nCells, cells, settings } = change;
  const isEnglish = locale === 'en';
  const names = (units: readonly { readonly name: string }[]) =>
    listText(
      units.map(({ name }) => name),
      units.length,
      locale,
    );
  const cell = ({ name, indicator, before, after }: DataChange['cells'][number]) =>
    `${name} ${indicator.name[locale]} ${before || '–'} → ${after || '–'}`;
  return [
    ...(nCells > 0
      ? [
          `${isEnglish ? `${nCells} ${nCells === 1 ? 'cell' : 'cells'}` : `${nCells} 个单元格`}${isEnglish ? ': ' : '：'}${listText(cells.map(cell), nCells, locale)}`,
        ]
      : []),
    ...(unitsAdded.length > 0
      ? [isEnglish ? `units added: ${names(unitsAdded)}` : `新增评估对象：${names(unitsAdded)}`]
      : []),
    ...(unitsRemoved.length > 0
      ? [isEnglish ? `units removed: ${names(unitsRemoved)}` : `删除评估对象：${names(unitsRemoved)}`]
      : []),
    ...(settings.length > 0
      ? [
          listText(
            settings.map(each => settingsText([each], '')),
            settings.length,
            locale,
          ),
        ]
      : []),
  ];
}

/** The first five, and how many more there are. */
export function listText(items: readonly string[], total: number, locale: Locale): string {
  const shown = items.slice(0, mostShown).join(locale === 'en' ? ', ' : '、');
  const nMore = total - Math.min(items.length, mostShown);
  if (nMore <= 0) return shown;
  return locale === 'en' ? `${shown} and ${nMore} more` : `${shown}等 ${total} 项`;
}

export function ownEffectText(effect: OwnEffect, locale: Locale): string {
  const { nScores, largestScoreChange, nRankMoves, nTierMoves, withData } = effect;
  const largest = largestScoreChange === null || nScores === 0 ? '' : signed(largestScoreChange);
  if (nScores + nRankMoves + nTierMoves === 0) return locale === 'en' ? 'moves nobody' : '不影响任何对象';
  if (locale === 'en') {
    const scores = `${nScores} ${nScores === 1 ? 'score' : 'scores'}${largest === '' ? '' : ` (largest ${largest})`}`;
    const ranks = `${nRankMoves} ${nRankMoves === 1 ? 'rank' : 'ranks'}`;
    const tiers = `${nTierMoves} ${nTierMoves === 1 ? 'tier' : 'tiers'}`;
    return `${withData ? 'with the new data, beyond them' : 'alone'}: ${scores}, ${ranks}, ${tiers}`;
  }
  const scores = `得分 ${nScores} 个${largest === '' ? '' : `（最大 ${largest}）`}`;
  return `${withData ? '在新数据基础上' : '单独作用'}：${scores}，位次 ${nRankMoves} 个，档次 ${nTierMoves} 个`;
}

export function tierText(tier: LocalText | null, locale: Locale): string {
  return tier?.[locale] ?? '–';
}
