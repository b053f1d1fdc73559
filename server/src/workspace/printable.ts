/** Findings as programs take them: in one language, with lines and characters (zero-based, UTF-16) and paths for people. */
import type { Finding, Location, Severity } from '../base/finding.ts';
import type { Locale } from '../base/locale.ts';
import { type LinePosition, lineStarts, positionAt } from '../base/text.ts';
import type { Workspace } from './workspace.ts';

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

/** How an answer is written. */
export interface Wording {
  readonly locale: Locale;
  /** What a file is called. */
  readonly pathOf: (file: string) => string;
}

export function printable(
  findings: readonly Finding[],
  workspace: Workspace,
  definition: string,
  { locale, pathOf }: Wording,
): readonly PrintableFinding[] {
  const startsByFile = new Map<string, readonly number[]>();
  const locate = ({ file, range }: Location): PrintableLocation => {
    const starts = startsByFile.get(file) ?? lineStarts(workspace.textOf(file, definition) ?? '');
    startsByFile.set(file, starts);
    return {
      file: pathOf(file),
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
