/** How messages name the user's own things. */
import { compare, decimalOf, printDecimal, round } from '../base/decimal.ts';
import { inPercent, type Locale, type LocalText } from '../base/locale.ts';
import type { Indicator } from '../model/indicator.ts';
import { nameNode } from '../model/siblings.ts';
import { type Text, textIn } from '../model/text.ts';
import type { Node } from '../syntax/tree.ts';

/** The indicator's name in the reader's language, else its id. */
export function nameIn(indicator: Indicator, locale: Locale): string {
  const name = indicator.own.name;
  return (name && textIn(name.value, locale).trim()) || indicator.id;
}

/** A name in both languages; the id where there is none. */
export function textOrId(text: Text | undefined, id: string): LocalText {
  return text === undefined ? { en: id, 'zh-CN': id } : { en: textIn(text, 'en'), 'zh-CN': textIn(text, 'zh-CN') };
}

/** Whose children are meant: an aggregate's name, or level 1. */
export function parentIn(parent: Indicator | undefined, locale: Locale): string {
  if (parent !== undefined) return nameIn(parent, locale);
  return locale === 'en' ? 'level 1' : '第一级';
}

/** `a, b and 3 more` / `a、b 等 5 个`: at most `most` names are spelled out. */
export function listIn(names: readonly string[], locale: Locale, most = 5): string {
  return listOf(names, name => name, locale, most);
}

/** The same of things that are named where they are shown. */
export function listOf<T>(things: readonly T[], nameOf: (thing: T) => string, locale: Locale, most = 5): string {
  const shown = things
    .slice(0, most)
    .map(nameOf)
    .join(locale === 'en' ? ', ' : '、');
  const rest = things.length - most;
  if (rest <= 0) return shown;
  return locale === 'en' ? `${shown} and ${rest} more` : `${shown} 等 ${things.length} 个`;
}

/** A number as people write it: no binary dust, at most six decimals. */
export function numberText(value: number): string {
  return printDecimal(round(decimalOf(value), 6));
}

/** A percentage with at most two decimals, or as many as tell it from a limit: `12.5 %`, in Chinese `12.5%`. */
export function percentText(percent: number, locale: Locale, limit?: number): string {
  const exact = decimalOf(percent);
  const isTold = (places: number) => limit === undefined || compare(round(exact, places), decimalOf(limit)) !== 0;
  const places = percent === limit ? 2 : ([2, 3, 4, 5].find(isTold) ?? 6);
  return inPercent(printDecimal(round(exact, places)), locale);
}

/** Where an indicator's weight stands, else where it is named. */
export function weightPlace(indicator: Indicator): Node {
  const weight = indicator.own.weight;
  return weight?.kind === 'single' ? weight.weight.node : (weight?.entry.key ?? nameNode(indicator));
}
