/** Checkstyle XML, for reviewdog, Jenkins and others. */
import type { Severity } from '../../base/finding.ts';
import type { CheckResult } from '../printable.ts';
import { xmlText } from './xml.ts';

export function formatCheckstyle({ files, findings }: CheckResult): string {
  const named = [...new Set([...files, ...findings.map(({ file }) => file)])];
  const body = named.map(file => {
    const errors = findings
      .filter(finding => finding.file === file)
      .map(({ range, severity, message, code }) => {
        const place = `line="${range.start.line + 1}" column="${range.start.character + 1}"`;
        return `    <error ${place} severity="${severities[severity]}" message="${xmlText(message)}" source="indicators.${code}"/>\n`;
      });
    return `  <file name="${xmlText(file)}">\n${errors.join('')}  </file>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n${body.join('')}</checkstyle>\n`;
}

const severities: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'info',
  hint: 'info',
};
