/** Where people read about a rule or a method: the pages that are generated from the records, in the project's repository. */
import type { Locale } from '../base/locale.ts';

export const repository = 'https://github.com/indicator-systems/indicators';

/** The folder of the pages, from the repository's root. */
export const rulePagesFolder = 'server/docs/rules';

export function rulePageAddress(code: string, locale: Locale): string {
  return `${repository}/blob/main/${rulePagesFolder}/${locale === 'en' ? '' : `${locale}/`}${code}.md`;
}

export function methodPageAddress(step: string, id: string, locale: Locale): string {
  return `${repository}/blob/main/server/docs/methods/${locale === 'en' ? '' : `${locale}/`}${step}/${id}.md`;
}
