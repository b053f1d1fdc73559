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
  const byFile = new Map<string, Diagnostic[]>([[file, []]]);
  for (const finding of findings) {
    const diagnostic = diagnosticOf(finding, locate, locale);
    const already = byFile.get(finding.file);
    if (already === undefined) byFile.set(finding.file, [diagnostic]);
    else already.push(diagnostic);
  }
  return byFile;
}

export function diagnosticOf(finding: Finding, locate: Locator, locale: Locale): Diagnostic {
  return {
    range: locate(finding),
    severity: severityNumbers[finding.severity],
    code: finding.code,
    source: 'indicators',
    message: finding.message[locale],
    relatedInformation: finding.related.map(related => ({
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
