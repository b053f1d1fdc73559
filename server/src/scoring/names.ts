/** Names of a definition for a reader. */
import { type Locale, type LocalText, localText } from '../base/locale.ts';
import { type Text, textIn } from '../model/text.ts';
import type { Scoring } from './score.ts';

export function textOf(text: Text | undefined, locale: Locale): string | undefined {
  return text && textIn(text, locale);
}

/** The name in both languages; the id where there is none. */
export function nameText(text: Text | undefined, id: string): LocalText {
  return localText(textOf(text, 'en') ?? id, textOf(text, 'zh-CN') ?? id);
}

/** `#2` for the second tier where it has no name. */
export function tierName({ system }: Scoring, tier: number, locale: Locale): string {
  return textOf(system.tiers[tier]?.name?.value, locale) ?? `#${tier + 1}`;
}
