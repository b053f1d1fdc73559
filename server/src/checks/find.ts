/**
 * What the rules find, before the file's severities and silences are applied. After an edit only those rules run again
 * that may find something else: the ones that look at sets of siblings where something was edited (`parts.ts`), the others
 * where something that they asked for has changed (`asked.ts`). Knows no rule by name.
 */
import { type Finding, LazyFinding, type Location } from '../base/finding.ts';
import type { Header } from '../model/header.ts';
import type { Tree } from '../syntax/tree.ts';
import {
  areSameQuestions,
  askedAgain,
  type Facts,
  type Inquiry,
  inquiryOf,
  listening,
  type Question,
  type TextFacts,
} from './asked.ts';
import { findInParts, type Parts, problemsOfParts } from './parts.ts';
import type { Problem, ProblemPlace, Rule } from './rule.ts';
import { type BareProblem, contextsOf, fixesOf, problemsIn, withoutFixes } from './run.ts';
import type { SortedRules } from './sortedRules.ts';

/** The findings of some rules. */
export interface Found {
  readonly findings: readonly Finding[];
  readonly header: Header;
  readonly configured: TextFacts['configured'];
  readonly rules: readonly Rule[];
  /** Of each rule. */
  readonly byRule: readonly FoundByRule[];
  readonly inquiry: Inquiry;
}

/** What the text rules find: the same with data and without. */
export interface FoundInText extends Found {
  readonly parts: Parts | undefined;
}

interface FoundByRule {
  readonly problems: readonly BareProblem[];
  /** `all`: it looks at everything; `undefined`: nobody listened. */
  readonly asked: readonly Question[] | 'all' | undefined;
}

/** `before`: what was found in the text before. */
export function findInText(facts: TextFacts, rules: SortedRules, before?: FoundInText): FoundInText {
  // What an alias repeats stands in several sets: only a look at all of them says it once.
  if (facts.tree.aliasExpansion > 0) return { ...find(facts, rules.inText, undefined), parts: undefined };
  const ofFile = find(facts, rules.inFile, before);
  const parts = findInParts(facts, rules.inSets, before?.parts);
  if (parts.root.nFound === 0) return { ...ofFile, parts };
  const inParts = problemsOfParts(facts, parts).map(({ rule, problem }) => findingOf(rule, problem, facts));
  return { ...ofFile, parts, findings: [...ofFile.findings, ...inParts] };
}

/** Runs each rule over the whole, or takes over what it found before. */
export function find(facts: Facts, rules: readonly Rule[], before: Found | undefined): Found {
  const { configured, system } = facts;
  const { header } = system;
  const isSame = before?.rules === rules && before.header === header && before.configured === configured;
  return isSame ? findAgain(facts, before) : findFirst(facts, rules);
}

/** Nobody listens: there may be no second time. */
function findFirst(facts: Facts, rules: readonly Rule[]): Found {
  const contextOf = contextsOf(facts);
  const findings: Finding[] = [];
  const byRule = rules.map((rule): FoundByRule => {
    const problems = problemsIn(contextOf(rule), rule);
    for (const problem of problems) findings.push(findingOf(rule, problem, facts));
    return { problems: problems.map(withoutFixes), asked: undefined };
  });
  const { configured, system } = facts;
  return { findings, header: system.header, configured, rules, byRule, inquiry: noInquiry };
}

const noInquiry: Inquiry = { questions: [], told: [] };

function findAgain(facts: Facts, before: Found): Found {
  const { rules } = before;
  const { inquiry, changed } = askedAgain(before.inquiry, facts);
  const findings: Finding[] = [];
  let isHeardAnew = false;
  const contextOf = contextsOf(facts);
  const byRule = before.byRule.map((kept, nth) => {
    const rule = rules[nth]!;
    if (typeof kept.asked === 'object' && !changed.has(nth)) {
      if (kept.problems.length > 0) findings.push(...againOf(rule, kept, facts));
      return kept;
    }
    const context = contextOf(rule);
    const heard = kept.asked === 'all' ? undefined : listening(context);
    const problems = problemsIn(heard?.context ?? context, rule);
    for (const problem of problems) findings.push(findingOf(rule, problem, facts));
    const asked = heard?.asked() ?? 'all';
    const isSame = typeof asked === 'object' && typeof kept.asked === 'object' && areSameQuestions(asked, kept.asked);
    isHeardAnew ||= asked !== kept.asked && !isSame;
    return { problems: problems.map(withoutFixes), asked: isSame ? kept.asked : asked };
  });
  const asked = isHeardAnew ? byRule.map(each => (typeof each.asked === 'object' ? each.asked : [])) : [];
  return { ...before, findings, byRule, inquiry: isHeardAnew ? inquiryOf(asked, facts) : inquiry };
}

/** The rule finds the same as before; its fixes are those of the file as it is now. */
function againOf(rule: Rule, { problems }: FoundByRule, facts: Facts): readonly Finding[] {
  let again: readonly Problem[] | undefined;
  const fixesNow = (nth: number) => {
    again ??= problemsIn(contextsOf(facts)(rule), rule);
    const now = again[nth];
    return now === undefined ? [] : fixesOf(now);
  };
  return problems.map((problem, nth) => findingOf(rule, { ...problem, fixes: () => fixesNow(nth) }, facts));
}

export function findingOf(rule: Rule, problem: Problem, { file, tree }: TextFacts): Finding {
  const { at, message, related = [] } = problem;
  const finding = {
    ...locationOf(at, file, tree),
    code: rule.code,
    severity: rule.severity,
    message,
    related: related.map(each => ({ ...locationOf(each.at, file, tree), message: each.message })),
  };
  return new LazyFinding(finding, () => fixesOf(problem));
}

function locationOf(at: ProblemPlace, file: string, tree: Tree): Location {
  return 'piece' in at ? { file, range: tree.rangeOf(at) } : { file: at.file, range: at.range };
}
