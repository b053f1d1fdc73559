/** How messages name the user's own things. */
import type { Locale } from '../base/locale.ts';
import type { Indicator } from '../model/system.ts';
import { textIn } from '../model/text.ts';

/** The indicator's name in the reader's language, else its id. */
export function nameIn(indicator: Indicator, locale: Locale): string {
  const name = indicator.own.name;
  return name === undefined ? indicator.id : textIn(name.value, locale);
}

/** Whose children are meant: an aggregate's name, or level 1. */
export function parentIn(parent: Indicator | undefined, locale: Locale): string {
  if (parent !== undefined) return nameIn(parent, locale);
  return locale === 'en' ? 'level 1' : '第一级';
}

/** `a, b and 3 more` / `a、b 等 5 个`: at most `most` names are spelled out. */
export function listIn(names: readonly string[], locale: Locale, most = 5): string {
  const shown = names.slice(0, most).join(locale === 'en' ? ', ' : '、');
  const rest = names.length - most;
  if (rest <= 0) return shown;
  return locale === 'en' ? `${shown} and ${rest} more` : `${shown} 等 ${names.length} 个`;
}
