/** Findings as output formats take them: in one language, with lines and characters (zero-based, UTF-16) and relative paths. */
import type { Finding, Location, Severity } from '../base/finding.ts';
import { severities } from '../base/finding.ts';
import type { Locale } from '../base/locale.ts';
import { type LinePosition, lineStarts, positionAt } from '../base/text.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { displayPath } from './files.ts';

export interface PrintableLocation {
  readonly file: string;
  readonly range: { readonly start: LinePosition; readonly end: LinePosition };
}

export interface PrintableFinding extends PrintableLocation {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly related: readonly (PrintableLocation & { readonly message: string })[];
}

/** What a check of several definitions gives to a format. */
export interface CheckResult {
  /** Relative paths of the definitions, in order. */
  readonly files: readonly string[];
  readonly findings: readonly PrintableFinding[];
  readonly counts: Readonly<Record<Severity, number>>;
  /** The text of a line (zero-based) of a file named in a finding; '' where there is none. */
  readonly lineOf: (file: string, line: number) => string;
}

export function printable(
  findings: readonly Finding[],
  workspace: Workspace,
  definition: string,
  folder: string,
  locale: Locale,
): readonly PrintableFinding[] {
  const startsByFile = new Map<string, readonly number[]>();
  const locate = ({ file, range }: Location): PrintableLocation => {
    const starts = startsByFile.get(file) ?? lineStarts(workspace.textOf(file, definition) ?? '');
    startsByFile.set(file, starts);
    return {
      file: displayPath(file, folder),
      range: { start: positionAt(starts, range.start), end: positionAt(starts, range.end) },
    };
  };
  return findings.map(finding => ({
    code: finding.code,
    severity: finding.severity,
    message: finding.message[locale],
    ...locate(finding),
    related: finding.related.map(related => ({ ...locate(related), message: related.message[locale] })),
  }));
}

export function countBySeverity(
  findings: readonly { readonly severity: Severity }[],
): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

/** Whether a finding of this severity is at or above a limit: an error is above a warning. */
export function isAtLeast(severity: Severity, limit: Severity): boolean {
  return severities.indexOf(severity) <= severities.indexOf(limit);
}
