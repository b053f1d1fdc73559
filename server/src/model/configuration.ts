/**
 * The configuration of a project (`indicators.config.yaml`): how its definitions are checked. What could not be read is
 * left out, and the checks report it. Knows neither files nor which definitions it holds for.
 */
import { entryOf, type MapEntry, type Tree } from '../syntax/tree.ts';
import type { RuleSetting } from './header.ts';
import { readRuleSetting } from './read.ts';
import { entriesOf, integer, oneOf, read, readList, text, type Written } from './written.ts';

export interface Configuration {
  readonly rules: readonly RuleSetting[];
  readonly rulesEntry: MapEntry | undefined;
  /** Globs of definitions that are not checked, relative to the file. */
  readonly ignore: readonly string[];
  readonly failOn: Written<FailLimit> | undefined;
  readonly maxWarnings: Written<number> | undefined;
  /** `format` or `format=file`, files relative to the file. */
  readonly formats: readonly string[] | undefined;
  readonly locale: Written<'en' | 'zh-CN'> | undefined;
}

export type FailLimit = 'error' | 'warning' | 'information' | 'hint';

export function readConfiguration({ root }: Tree): Configuration {
  const rulesEntry = entryOf(root, 'rules');
  return {
    rules: entriesOf(rulesEntry?.value).map(readRuleSetting),
    rulesEntry,
    ignore: (readList(root, 'ignore', text) ?? []).map(({ value }) => value),
    failOn: read(root, 'failOn', oneOf<FailLimit>('error', 'warning', 'information', 'hint')),
    maxWarnings: read(root, 'maxWarnings', integer),
    formats: readList(root, 'formats', text)?.map(({ value }) => value),
    locale: read(root, 'locale', oneOf<'en' | 'zh-CN'>('en', 'zh-CN')),
  };
}
