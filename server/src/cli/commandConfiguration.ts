/** What a configuration says of commands. */
import { decode } from '../data/encoding.ts';
import { type FailLimit, readConfiguration } from '../model/configuration.ts';
import { parse } from '../syntax/parse.ts';
import type { FileContent } from '../workspace/facts.ts';

/** Plain data. */
export interface CommandConfiguration {
  readonly failOn?: FailLimit;
  readonly maxWarnings?: number;
  readonly locale?: 'en' | 'zh-CN';
  readonly formats: readonly string[];
}

export function commandConfiguration(content: FileContent): CommandConfiguration {
  const text = content.kind === 'bytes' ? decode(content.bytes, 'auto').text : '';
  const { failOn, maxWarnings, locale, formats = [] } = readConfiguration(parse(text));
  return {
    ...(failOn && { failOn: failOn.value }),
    ...(maxWarnings && maxWarnings.value >= 0 && { maxWarnings: maxWarnings.value }),
    ...(locale && { locale: locale.value }),
    formats,
  };
}
