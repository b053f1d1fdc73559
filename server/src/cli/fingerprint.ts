/**
 * What stays of a finding when lines are put in above it: its code, its file, the text of its line, and which one of
 * equal ones it is. Code hosts and baselines know a finding again by it.
 */
import { createHash } from 'node:crypto';
import type { PrintableFinding } from '../workspace/printable.ts';
import type { CheckResult } from './printable.ts';

export function fingerprints({ findings, lineOf }: CheckResult): ReadonlyMap<PrintableFinding, string> {
  const seen = new Map<string, number>();
  return new Map(
    findings.map(finding => {
      const { code, file, range } = finding;
      const base = JSON.stringify([code, file, lineOf(file, range.start.line).trim()]);
      const number = seen.get(base) ?? 0;
      seen.set(base, number + 1);
      return [finding, createHash('sha256').update(`${base}${number}`).digest('hex').slice(0, 32)] as const;
    }),
  );
}
