/** The findings as a baseline: by fingerprint, with a word for the reader of the file. */
import { fingerprints } from '../fingerprint.ts';
import type { CheckResult } from '../printable.ts';

export function formatBaseline(result: CheckResult): string {
  const known = [...fingerprints(result)].map(
    ([{ code, file, message }, print]) => [print, `${file} ${code}: ${message}`] as const,
  );
  const ordered = known.sort(([a], [b]) => (a < b ? -1 : 1));
  return `${JSON.stringify({ known: Object.fromEntries(ordered) }, undefined, 2)}\n`;
}
