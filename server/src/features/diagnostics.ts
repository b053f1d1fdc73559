/** Findings as diagnostics, by the file that they stand in. */
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import type { Finding, Severity } from '../base/finding.ts';
import type { Locale } from '../base/locale.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type Locator, locator } from './positions.ts';

/** `text`: the text rules only, while the data are still being read. */
export function diagnosticsByFile(
  workspace: Workspace,
  file: string,
  locale: Locale,
  which: 'text' | 'all',
): ReadonlyMap<string, readonly Diagnostic[]> {
  const findings = which === 'text' ? workspace.textFindings(file) : workspace.findings(file);
  const locate = locator(workspace, file);
  const byFile = new Map<string, Finding[]>([[file, []]]);
  for (const finding of findings) {
    const already = byFile.get(finding.file);
    if (already === undefined) byFile.set(finding.file, [finding]);
    else already.push(finding);
  }
  return new Map([...byFile].map(([each, all]) => [each, diagnosticsOf(all, locate, locale)]));
}

/** Editors take no more findings of a file, and choke on many: the worst are kept, and the rest is counted. */
const mostFindings = 1000;
const mostRelated = 100;

function diagnosticsOf(findings: readonly Finding[], locate: Locator, locale: Locale): readonly Diagnostic[] {
  if (findings.length <= mostFindings) return findings.map(finding => diagnosticOf(finding, locate, locale));
  const worstFirst = findings.toSorted((a, b) => severityNumbers[a.severity] - severityNumbers[b.severity]);
  const kept = new Set(worstFirst.slice(0, mostFindings - 1));
  const rest: Diagnostic = {
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
    severity: DiagnosticSeverity.Information,
    code: 'more-findings',
    source: 'indicators',
    message:
      locale === 'en'
        ? `${findings.length - kept.size} more findings are not shown; \`indicators check\` lists all`
        : `另有 ${findings.length - kept.size} 条未显示；\`indicators check\` 可列出全部`,
  };
  return [rest, ...findings.filter(each => kept.has(each)).map(finding => diagnosticOf(finding, locate, locale))];
}

export function diagnosticOf(finding: Finding, locate: Locator, locale: Locale): Diagnostic {
  return {
    range: locate(finding),
    severity: severityNumbers[finding.severity],
    code: finding.code,
    source: 'indicators',
    message: finding.message[locale],
    relatedInformation: finding.related.slice(0, mostRelated).map(related => ({
      location: { uri: related.file, range: locate(related) },
      message: related.message[locale],
    })),
  };
}

const severityNumbers: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};
