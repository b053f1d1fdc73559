/** What a check gives to an output format. */
import type { Severity } from '../base/finding.ts';
import { severities } from '../base/finding.ts';
import type { PrintableFinding } from '../workspace/printable.ts';

/** What is found out about one definition: plain data. */
export interface CheckedDefinition {
  /** As reports name it; not where the project does not want it to be checked. */
  readonly file?: string;
  readonly findings: readonly PrintableFinding[];
  /** The lines (zero-based) that the findings name. */
  readonly lines: readonly (readonly [file: string, line: number, text: string])[];
}

/** What a check of several definitions gives to a format. */
export interface CheckResult {
  /** Relative paths of the definitions, in order. */
  readonly files: readonly string[];
  readonly findings: readonly PrintableFinding[];
  readonly counts: Readonly<Record<Severity, number>>;
  /** The text of a line (zero-based) of a file named in a finding. */
  readonly lineOf: (file: string, line: number) => string;
}

/** Whether a finding of this severity is at or above a limit: an error is above a warning. */
export function isAtLeast(severity: Severity, limit: Severity): boolean {
  return severities.indexOf(severity) <= severities.indexOf(limit);
}
