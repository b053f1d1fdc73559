/**
 * Runs the rules over one definition and gives findings: severities and silences of the file applied, in the order of
 * the text. Knows no rule by name.
 */
import { type Finding, type Location, type Severity, severities } from '../base/finding.ts';
import type { TextRange } from '../base/text.ts';
import type { RuleSetting } from '../model/header.ts';
import type { Tree } from '../syntax/tree.ts';
import { auditCodes } from './auditCodes.ts';
import { contextsOf, findInParts, type Parts, problemsOfParts, type TextFacts } from './parts.ts';
import type { DataContext, Problem, ProblemPlace, Rule, Suppression } from './rule.ts';
import { disablingComments } from './suppression.ts';

export type DataFacts = Omit<DataContext, 'threshold'>;

/** What the text rules find, before the file's severities and silences are applied: the same with data and without. */
export interface FoundInText {
  readonly parts: Parts | undefined;
  readonly findings: readonly Finding[];
}

/** `before`: what was found in the text before. */
export function findInText(facts: TextFacts, rules: readonly Rule[], before?: FoundInText): FoundInText {
  const textRules = rules.filter(rule => rule.level === 'text');
  // What an alias repeats stands in several sets: only a look at all of them says it once.
  if (facts.tree.aliasExpansion > 0) {
    return { parts: undefined, findings: findingsOf(textRules, facts) };
  }
  const ofFile = findingsOf(
    textRules.filter(({ reach }) => reach === undefined),
    facts,
  );
  const ofSiblings = textRules.filter(({ reach }) => reach === 'siblings');
  const parts = findInParts(facts, ofSiblings, before?.parts);
  const inParts = problemsOfParts(facts, parts).map(({ rule, problem }) => findingOf(rule, problem, facts));
  return { parts, findings: [...ofFile, ...inParts] };
}

/** Findings of the text rules, and of the data rules too where the facts hold data. `inText` is what `findInText` gave. */
export function check(
  facts: TextFacts | DataFacts,
  rules: readonly Rule[],
  inText: FoundInText = findInText(facts, rules),
): readonly Finding[] {
  const dataRules = rules.filter(({ level }) => level === 'data' && 'sources' in facts);
  const found = [...inText.findings, ...findingsOf(dataRules, facts)];
  const codes = [...rules.map(rule => rule.code), ...auditCodes];
  const ran = new Set([...rules.filter(({ level }) => level === 'text'), ...dataRules].map(rule => rule.code));
  const { kept, suppressions } = silence(found, facts, code => (codes.includes(code) ? ran.has(code) : undefined));
  const suppressionRules = rules.filter(({ level }) => level === 'suppression');
  const aboutSuppressions = findingsOf(suppressionRules, { ...facts, suppressions, codes });
  return withoutRepeats(inOrder([...kept, ...silence(aboutSuppressions, facts, () => true).kept], facts.file));
}

/** Of rules whose facts are there. */
function findingsOf<T extends TextFacts>(rules: readonly Rule[], facts: T): readonly Finding[] {
  const contextOf = contextsOf(facts);
  const found: Finding[] = [];
  for (const rule of rules) {
    for (const problem of rule.check(contextOf(rule) as never)) found.push(findingOf(rule, problem, facts));
  }
  return found;
}

function findingOf(rule: Rule, problem: Problem, facts: TextFacts): Finding {
  return {
    ...locationOf(problem.at, facts.file, facts.tree),
    code: rule.code,
    severity: rule.severity,
    message: problem.message,
    related: (problem.related ?? []).map(({ at, message }) => ({ ...locationOf(at, facts.file, facts.tree), message })),
    // Cures of very many weights cost more than finding them: they are made when asked for.
    get fixes() {
      return problem.fixes ?? [];
    },
  };
}

function locationOf(at: ProblemPlace, file: string, tree: Tree): Location {
  return 'piece' in at ? { file, range: tree.rangeOf(at) } : { file: at.file, range: at.range };
}

interface Silencing {
  readonly suppression: Omit<Suppression, 'uses' | 'hasRun'>;
  readonly covers: (finding: Finding) => boolean;
  readonly severity: Severity | 'off' | undefined;
}

function silence(findings: readonly Finding[], facts: TextFacts, hasRun: (code: string) => boolean | undefined) {
  const silencings = [...settings(facts), ...comments(facts)];
  const uses = new Map<Silencing, number>();
  const kept: Finding[] = [];
  for (const finding of findings) {
    const silencing = silencings.find(({ covers, severity }) => covers(finding) && severity !== undefined);
    if (silencing !== undefined) uses.set(silencing, (uses.get(silencing) ?? 0) + 1);
    const severity = silencing?.severity ?? severityOf(finding.code, facts.configured) ?? finding.severity;
    if (severity !== 'off') kept.push(severity === finding.severity ? finding : { ...finding, severity });
  }
  const suppressions = silencings.map(silencing => ({
    ...silencing.suppression,
    uses: uses.get(silencing) ?? 0,
    hasRun: hasRun(silencing.suppression.code),
  }));
  return { kept, suppressions };
}

/** A wish of the project need not come true in every file: it is no suppression that could be idle. */
function severityOf(code: string, settings: readonly RuleSetting[]): Severity | 'off' | undefined {
  return settings.map(setting => (setting.code === code ? severityIn(setting) : undefined)).find(each => each);
}

function severityIn({ severity }: RuleSetting): Severity | 'off' | undefined {
  const word = severity?.value;
  return word === 'off' || severities.some(each => each === word) ? (word as Severity | 'off') : undefined;
}

function settings({ system }: TextFacts): readonly Silencing[] {
  return system.rules.flatMap(setting => {
    const { code, entry, severity, threshold, reason } = setting;
    if (severity === undefined && threshold === undefined && reason === undefined) return [];
    const known = severityIn(setting);
    const suppression = { code, at: entry.key, reason: reason?.value, silences: known === 'off' };
    return [{ suppression, covers: (finding: Finding) => finding.code === code, severity: known }];
  });
}

function comments({ file, tree }: TextFacts): readonly Silencing[] {
  return disablingComments(tree).flatMap(({ codes, range, reason, nextLine }) => {
    const at = { file, range };
    return (codes.length === 0 ? [''] : codes).map(code => ({
      suppression: { code, at, reason, silences: true },
      covers: (finding: Finding) => finding.code === code && standsIn(finding, file, nextLine),
      severity: 'off' as const,
    }));
  });
}

/** In the line of the definition; or in another file, in a cell that what stands in the line reads. */
function standsIn(finding: Finding, file: string, { start, end }: TextRange): boolean {
  const places = finding.file === file ? [finding] : finding.related.filter(place => place.file === file);
  return places.some(({ range }) => range.start >= start && range.start <= end);
}

/** This definition's findings first, then other files'; by place, then severity, then code. */
function inOrder(findings: readonly Finding[], own: string): readonly Finding[] {
  const rank = (finding: Finding) => severities.indexOf(finding.severity);
  const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return [...findings].sort(
    (a, b) =>
      Number(a.file !== own) - Number(b.file !== own) ||
      byText(a.file, b.file) ||
      a.range.start - b.range.start ||
      a.range.end - b.range.end ||
      rank(a) - rank(b) ||
      byText(a.code, b.code),
  );
}

/** What an alias repeats is found as often as it is repeated, at one place and in the same words: it is said once. */
function withoutRepeats(ordered: readonly Finding[]): readonly Finding[] {
  let said = new Set<string>();
  return ordered.filter((finding, index) => {
    const before = ordered[index - 1];
    const isSamePlace =
      before !== undefined &&
      before.file === finding.file &&
      before.range.start === finding.range.start &&
      before.range.end === finding.range.end;
    if (!isSamePlace) said = new Set();
    const words = `${finding.code} ${finding.message.en}`;
    return !said.has(words) && said.add(words);
  });
}
