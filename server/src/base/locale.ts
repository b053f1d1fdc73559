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

/** The locale that a tag such as `zh_CN.UTF-8`, `zh-Hans` or `en-GB` asks for; English where we lack its language. */
export function localeOf(tag: string | undefined): Locale {
  return tag !== undefined && /^zh\b|^zh[-_]/i.test(tag) ? 'zh-CN' : 'en';
}
