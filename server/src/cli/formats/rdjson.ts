/** Reviewdog's Diagnostic Format. Columns count UTF-8 bytes, from 1. */
import type { Severity } from '../../base/finding.ts';
import type { LinePosition } from '../../base/text.ts';
import type { PrintableLocation } from '../../workspace/printable.ts';
import type { CheckResult } from '../printable.ts';

export function formatRdjson({ findings, lineOf }: CheckResult): string {
  const position = (file: string, { line, character }: LinePosition) => ({
    line: line + 1,
    column: Buffer.byteLength(lineOf(file, line).slice(0, character)) + 1,
  });
  const locationOf = ({ file, range }: PrintableLocation) => ({
    path: file,
    range: { start: position(file, range.start), end: position(file, range.end) },
  });
  const diagnostics = findings.map(finding => ({
    message: finding.message,
    location: locationOf(finding),
    severity: severities[finding.severity],
    code: { value: finding.code },
    ...(finding.related.length > 0 && {
      related_locations: finding.related.map(each => ({ message: each.message, location: locationOf(each) })),
    }),
  }));
  const source = { name: 'indicators', url: 'https://github.com/indicator-systems/indicators' };
  return `${JSON.stringify({ source, diagnostics }, undefined, 2)}\n`;
}

const severities: Readonly<Record<Severity, string>> = {
  error: 'ERROR',
  warning: 'WARNING',
  information: 'INFO',
  hint: 'INFO',
};
