/** Runs one rule. Knows no rule by name. */
import type { Fix } from '../base/finding.ts';
import type { TextFacts } from './asked.ts';
import type { DataContext, Problem, Rule, TextContext } from './rule.ts';

export type TextRule = Rule & { readonly level: 'text' };

/** A problem without its fixes: these are made when they are asked for, from the file as it then is. */
export type BareProblem = Pick<Problem, 'at' | 'message' | 'related'>;

export function withoutFixes({ at, message, related }: Problem): BareProblem {
  return related === undefined ? { at, message } : { at, message, related };
}

export function fixesOf({ fixes = [] }: Problem): readonly Fix[] {
  return typeof fixes === 'function' ? fixes() : fixes;
}

/** `context`: of a data rule with data; rules about suppressions are not run here. */
export function problemsIn(context: TextContext | DataContext, rule: Rule): readonly Problem[] {
  if (rule.level === 'suppression') return [];
  return [...(rule.level === 'text' ? rule.check(context) : rule.check(context as DataContext))];
}

/** The facts for each rule, with the threshold that the file sets for it, else the project. */
export function contextsOf<T extends TextFacts>(facts: T): (rule: Rule) => T & TextContext {
  const context: T & TextContext = { ...facts, threshold: usual => usual };
  const settings = [...facts.system.rules, ...facts.configured].filter(({ threshold }) => threshold !== undefined);
  return rule => {
    const set = settings.find(({ code }) => code === rule.code)?.threshold?.value;
    return set === undefined ? context : { ...context, threshold: () => set };
  };
}
