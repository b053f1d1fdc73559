/** Texts by locale and how one is picked for a reader. */

/** A text that people read: one string, or one for each locale. `plain` is the string or the first of the map. */
export interface Text {
  readonly plain: string;
  readonly byLocale: ReadonlyMap<string, string>;
}

/** The text in a locale: its own, one of the same language, else the first. */
export function textIn(text: Text, locale: string): string {
  const exact = text.byLocale.get(locale);
  if (exact !== undefined) return exact;
  const language = locale.split('-')[0];
  for (const [tag, value] of text.byLocale) if (tag.split('-')[0] === language) return value;
  return text.plain;
}
