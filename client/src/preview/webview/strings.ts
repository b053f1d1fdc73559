/** The words of the page in the reader's language. */
import type { PreviewReport } from '../../../../server/src/protocol/preview.ts';
import { chinese } from './chinese.ts';
import { english, type Strings } from './english.ts';

export type Locale = PreviewReport['locale'];

export function stringsFor(locale: Locale): Strings {
  return locale === 'zh-CN' ? chinese : english;
}
