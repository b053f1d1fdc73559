/** The rules by the way in which they run, found out once. Knows no rule by name. */
import { auditCodes } from './auditCodes.ts';
import type { Rule } from './rule.ts';
import type { TextRule } from './run.ts';

export interface SortedRules {
  /** Of the file alone: those over the whole file, and those set by set. */
  readonly inText: readonly TextRule[];
  readonly inFile: readonly TextRule[];
  readonly inSets: readonly TextRule[];
  readonly inData: readonly Rule[];
  readonly aboutSuppressions: readonly (Rule & { readonly level: 'suppression' })[];
  /** Of all rules and of the audit. */
  readonly codes: readonly string[];
  readonly levels: ReadonlyMap<string, Rule['level']>;
}

export function sortedRules(rules: readonly Rule[]): SortedRules {
  const inText = rules.filter(rule => rule.level === 'text');
  return {
    inText,
    inFile: inText.filter(({ reach }) => reach === undefined),
    inSets: inText.filter(({ reach }) => reach !== undefined),
    inData: rules.flatMap(rule => (rule.level === 'data' ? rule : (rule.level === 'text' && rule.inData) || [])),
    aboutSuppressions: rules.filter(rule => rule.level === 'suppression'),
    codes: [...rules.map(rule => rule.code), ...auditCodes],
    levels: new Map(rules.map(({ code, level }) => [code, level])),
  };
}
