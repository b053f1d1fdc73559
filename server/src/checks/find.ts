/**
 * What the rules find, before the file's severities and silences are applied. After an edit only those rules run again
 * that may find something else: the ones that look at sets of siblings where something was edited (`parts.ts`), the others
 * where something that they asked for has changed (`asked.ts`). Knows no rule by name.
 */
import type { Finding, Location } from '../base/finding.ts';
import type { Header } from '../model/header.ts';
import type { Tree } from '../syntax/tree.ts';
import { type Asked, type Facts, listening, type TextFacts, wouldBeToldTheSame } from './asked.ts';
import { findInParts, type Parts, problemsOfParts } from './parts.ts';
import type { Problem, ProblemPlace, Rule } from './rule.ts';
import { type BareProblem, contextsOf, problemsIn, type TextRule, withoutFixes } from './run.ts';

/** The findings of some rules. */
export interface Found {
  readonly findings: readonly Finding[];
  readonly header: Header;
  readonly configured: TextFacts['configured'];
  readonly byRule: ReadonlyMap<Rule, FoundByRule>;
}

/** What the text rules find: the same with data and without. */
export interface FoundInText extends Found {
  readonly parts: Parts | undefined;
}

interface FoundByRule {
  readonly problems: readonly BareProblem[];
  /** `all`: it looks at everything; `undefined`: nobody listened. */
  readonly asked: readonly Asked[] | 'all' | undefined;
}

/** `before`: what was found in the text before. */
export function findInText(facts: TextFacts, rules: readonly Rule[], before?: FoundInText): FoundInText {
  const textRules = rules.filter((rule): rule is TextRule => rule.level === 'text');
  // What an alias repeats stands in several sets: only a look at all of them says it once.
  if (facts.tree.aliasExpansion > 0) return { ...find(facts, textRules, undefined), parts: undefined };
  const ofFile = find(
    facts,
    textRules.filter(({ reach }) => reach === undefined),
    before,
  );
  const ofSiblings = textRules.filter(({ reach }) => reach !== undefined);
  const parts = findInParts(facts, ofSiblings, before?.parts);
  const inParts = problemsOfParts(facts, parts).map(({ rule, problem }) => findingOf(rule, problem, facts));
  return { ...ofFile, parts, findings: [...ofFile.findings, ...inParts] };
}

/** Runs each rule over the whole, or takes over what it found before. */
export function find(facts: Facts, rules: readonly Rule[], before: Found | undefined): Found {
  const { configured, system } = facts;
  const { header } = system;
  const known = before?.header === header && before.configured === configured ? before.byRule : undefined;
  const byRule = new Map<Rule, FoundByRule>();
  const findings: Finding[] = [];
  const contextOf = contextsOf(facts);
  for (const rule of rules) {
    const kept = known?.get(rule);
    const asked = kept?.asked;
    if (kept !== undefined && typeof asked === 'object' && wouldBeToldTheSame(facts, asked)) {
      byRule.set(rule, kept);
      if (kept.problems.length > 0) findings.push(...againOf(rule, kept, facts));
      continue;
    }
    const context = contextOf(rule);
    // The first time nobody listens: there may be no second.
    const heard = kept === undefined || asked === 'all' ? undefined : listening(context);
    const problems = problemsIn(heard?.context ?? context, rule);
    byRule.set(rule, { problems: problems.map(withoutFixes), asked: heard === undefined ? asked : heard.asked() });
    for (const problem of problems) findings.push(findingOf(rule, problem, facts));
  }
  return { findings, header, configured, byRule };
}

/** The rule finds the same as before; its fixes are those of the file as it is now. */
function againOf(rule: Rule, { problems }: FoundByRule, facts: Facts): readonly Finding[] {
  let again: readonly Problem[] | undefined;
  const fixesOf = (nth: number) => {
    again ??= problemsIn(contextsOf(facts)(rule), rule);
    return again[nth]?.fixes ?? [];
  };
  return problems.map((problem, nth) => {
    const now: Problem = {
      ...problem,
      get fixes() {
        return fixesOf(nth);
      },
    };
    return findingOf(rule, now, facts);
  });
}

export function findingOf(rule: Rule, problem: Problem, { file, tree }: TextFacts): Finding {
  return {
    ...locationOf(problem.at, file, tree),
    code: rule.code,
    severity: rule.severity,
    message: problem.message,
    related: (problem.related ?? []).map(({ at, message }) => ({ ...locationOf(at, file, tree), message })),
    // Cures of very many weights cost more than finding them: they are made when asked for.
    get fixes() {
      return problem.fixes ?? [];
    },
  };
}

function locationOf(at: ProblemPlace, file: string, tree: Tree): Location {
  return 'piece' in at ? { file, range: tree.rangeOf(at) } : { file: at.file, range: at.range };
}
