/** Findings for programs: `{"files": […], "findings": […], "counts": {…}}`; lines and characters are zero-based. */
import type { CheckResult } from '../printable.ts';

export function formatJson({ files, findings, counts }: CheckResult): string {
  return `${JSON.stringify({ files, findings, counts }, undefined, 2)}\n`;
}
