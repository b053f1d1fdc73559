/** GitLab's Code Quality report: one array for the whole job, every fingerprint its own. */
import type { Severity } from '../../base/finding.ts';
import { fingerprints } from '../fingerprint.ts';
import type { CheckResult } from '../printable.ts';

export function formatGitlab(result: CheckResult): string {
  const prints = fingerprints(result);
  const issues = result.findings.map(finding => ({
    description: finding.message,
    check_name: finding.code,
    fingerprint: prints.get(finding),
    severity: severities[finding.severity],
    location: { path: finding.file, lines: { begin: finding.range.start.line + 1 } },
  }));
  return `${JSON.stringify(issues, undefined, 2)}\n`;
}

const severities: Readonly<Record<Severity, string>> = {
  error: 'major',
  warning: 'minor',
  information: 'info',
  hint: 'info',
};
