/** Findings for programs: `{"files": […], "findings": […], "counts": {…}}`; lines and characters are zero-based. */
import type { CheckResult } from '../printable.ts';

export function formatJson(result: CheckResult): string {
  return `${JSON.stringify(result, undefined, 2)}\n`;
}
