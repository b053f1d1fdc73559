/** Findings as diagnostics, by the file that they stand in. */
import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver-types';
import type { Finding, Severity } from '../base/finding.ts';
import type { Locale } from '../base/locale.ts';
import { rulePageAddress } from '../checks/rulePages.ts';
import { isConfiguration } from '../workspace/files.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { atIndicators } from './cellFindings.ts';
import { type Locator, locator } from './positions.ts';

/** `text`: the text rules only, while the data are still being read. */
export function diagnosticsByFile(
  workspace: Workspace,
  file: string,
  locale: Locale,
  which: 'text' | 'all',
): ReadonlyMap<string, readonly Diagnostic[]> {
  const all = which === 'text' ? workspace.textFindings(file) : workspace.findings(file);
  // A configuration that is open speaks for itself.
  const isOpen = (each: string) => workspace.files.includes(each);
  const findings = all.filter(each => each.file === file || !isConfiguration(each.file) || !isOpen(each.file));
  const locate = locator(workspace, file);
  const byFile = new Map<string, Finding[]>([[file, []]]);
  for (const finding of [...findings, ...atIndicators(findings, file)]) {
    const already = byFile.get(finding.file);
    if (already === undefined) byFile.set(finding.file, [finding]);
    else already.push(finding);
  }
  return new Map([...byFile].map(([each, all]) => [each, diagnosticsOf(all, locate, locale)]));
}

/** Editors take no more findings of a file, and choke on many: the worst of each kind are kept, the rest is counted. */
const mostFindings = 1000;
const mostRelated = 100;

function diagnosticsOf(findings: readonly Finding[], locate: Locator, locale: Locale): readonly Diagnostic[] {
  const kept = findings.length <= mostFindings ? findings : worstOfEachKind(findings, mostFindings - 1);
  const diagnostics = kept.map(finding => diagnosticOf(finding, locate, locale));
  return kept === findings ? diagnostics : [restOf(findings.length - kept.length, locale), ...diagnostics];
}

/** By severity, and under one severity the first of each code, then the second of each…; in the order of the text. */
function worstOfEachKind(findings: readonly Finding[], most: number): readonly Finding[] {
  const counts = new Map<string, number>();
  const ranked = findings.map(finding => {
    const nth = counts.get(finding.code) ?? 0;
    counts.set(finding.code, nth + 1);
    return { finding, severity: severityNumbers[finding.severity], nth };
  });
  ranked.sort((a, b) => a.severity - b.severity || a.nth - b.nth);
  const kept = new Set(ranked.slice(0, most).map(({ finding }) => finding));
  return findings.filter(finding => kept.has(finding));
}

function restOf(count: number, locale: Locale): Diagnostic {
  return {
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
    severity: DiagnosticSeverity.Information,
    code: 'more-findings',
    source: 'indicators',
    message:
      locale === 'en'
        ? `${count} more findings are not shown; \`indicators check\` lists all`
        : `另有 ${count} 条未显示；\`indicators check\` 可列出全部`,
  };
}

export function diagnosticOf(finding: Finding, locate: Locator, locale: Locale): Diagnostic {
  return {
    range: locate(finding),
    severity: severityNumbers[finding.severity],
    code: finding.code,
    codeDescription: { href: rulePageAddress(finding.code, locale) },
    source: 'indicators',
    message: finding.message[locale],
    ...(idle.has(finding.code) && { tags: [DiagnosticTag.Unnecessary] }),
    relatedInformation: finding.related.slice(0, mostRelated).map(related => ({
      location: { uri: related.file, range: locate(related) },
      message: related.message[locale],
    })),
  };
}

/** What is there and changes nothing: editors show it faded. */
const idle: ReadonlySet<string> = new Set(['weight-zero', 'unused-suppression', 'direction-ignored']);

const severityNumbers: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};
