/**
 * From what the rules find to findings: severities and silences of the file applied, in the order of the text. Knows no rule by name.
 */
import { type Finding, LazyFinding, type Severity, severities } from '../base/finding.ts';
import type { TextRange } from '../base/text.ts';
import type { RuleSetting } from '../model/header.ts';
import type { Facts, TextFacts } from './asked.ts';
import { findingOf } from './find.ts';
import type { Suppression } from './rule.ts';
import { contextsOf } from './run.ts';
import type { SortedRules } from './sortedRules.ts';
import { disablingComments } from './suppression.ts';

/** `found`: what the rules find that look at such facts. */
export function check(facts: Facts, rules: SortedRules, found: readonly Finding[]): readonly Finding[] {
  const silencings = [...settings(facts), ...comments(facts)];
  const { kept, uses } = silence(found, silencings, facts);
  if (silencings.length === 0) return withoutRepeats(inOrder(kept, facts.file));
  const suppressions = silencings.map((silencing): Suppression => {
    const { suppression } = silencing;
    return { ...suppression, uses: uses.get(silencing) ?? 0, hasRun: hasRun(suppression.code, rules, facts) };
  });
  const contextOf = contextsOf({ ...facts, suppressions, codes: rules.codes });
  const aboutThem = rules.aboutSuppressions.flatMap(rule =>
    [...rule.check(contextOf(rule))].map(problem => findingOf(rule, problem, facts)),
  );
  return withoutRepeats(inOrder([...kept, ...silence(aboutThem, silencings, facts).kept], facts.file));
}

function hasRun(code: string, { codes, levels }: SortedRules, facts: Facts): boolean | undefined {
  if (!codes.includes(code)) return undefined;
  const level = levels.get(code);
  return level === 'text' || (level === 'data' && 'sources' in facts);
}

interface Silencing {
  readonly suppression: Omit<Suppression, 'uses' | 'hasRun'>;
  readonly covers: (finding: Finding) => boolean;
  readonly severity: Severity | 'off' | undefined;
}

function silence(findings: readonly Finding[], silencings: readonly Silencing[], { configured }: TextFacts) {
  const uses = new Map<Silencing, number>();
  const kept: Finding[] = [];
  for (const finding of findings) {
    const silencing = silencings.find(({ covers, severity }) => covers(finding) && severity !== undefined);
    if (silencing !== undefined) uses.set(silencing, (uses.get(silencing) ?? 0) + 1);
    const severity = silencing?.severity ?? severityOf(finding.code, configured) ?? finding.severity;
    if (severity !== 'off') kept.push(severity === finding.severity ? finding : withSeverity(finding, severity));
  }
  return { kept, uses };
}

function withSeverity(finding: Finding, severity: Severity): Finding {
  return new LazyFinding({ ...finding, severity }, () => finding.fixes);
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
  if (findings.length < 2) return findings;
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
  if (ordered.length < 2) return ordered;
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
