/** The languages that we speak, and texts that exist in all of them: a message without a translation does not compile. */

export type Locale = 'en' | 'zh-CN';

/** A text that people read, in every language. Findings carry both, so that only the outermost layer picks one. */
export interface LocalText {
  readonly en: string;
  readonly 'zh-CN': string;
}

export function localText(en: string, zhCN: string): LocalText {
  return { en, 'zh-CN': zhCN };
}

/** A text that is written the same way in every language, but for what depends on it. */
export function localTextOf(write: (locale: Locale) => string): LocalText {
  return localText(write('en'), write('zh-CN'));
}

/** A number in percent: `12.5 %`, in Chinese `12.5%`. */
export function inPercent(number: string, locale: Locale): string {
  return locale === 'en' ? `${number} %` : `${number}%`;
}

/** The locale that a tag such as `zh_CN.UTF-8`, `zh-Hans` or `en-GB` asks for; English where we lack its language. */
export function localeOf(tag: string | undefined): Locale {
  return tag !== undefined && /^zh\b|^zh[-_]/i.test(tag) ? 'zh-CN' : 'en';
}
