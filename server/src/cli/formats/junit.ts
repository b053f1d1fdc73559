/** JUnit XML, for the test views of GitLab, Jenkins, Gitee and others: a definition is a suite, a finding a failed case. */
import type { PrintableFinding } from '../../workspace/printable.ts';
import type { CheckResult } from '../printable.ts';
import { isAtLeast } from '../printable.ts';
import { xmlText } from './xml.ts';

export function formatJunit({ files, findings }: CheckResult): string {
  const named = [...new Set([...files, ...findings.map(({ file }) => file)])];
  const suites = named.map(file =>
    suite(
      file,
      findings.filter(finding => finding.file === file),
    ),
  );
  const failures = findings.filter(isFailure).length;
  const clean = named.filter(file => !findings.some(finding => finding.file === file));
  const tests = findings.length + clean.length;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="indicators" tests="${tests}" failures="${failures}">\n${suites.join('')}</testsuites>\n`;
}

function suite(file: string, findings: readonly PrintableFinding[]): string {
  const name = xmlText(file);
  const cases =
    findings.length === 0
      ? [`    <testcase name="check" classname="${name}"/>\n`]
      : findings.map(finding => testCase(finding, name));
  const failures = findings.filter(isFailure).length;
  return `  <testsuite name="${name}" tests="${cases.length}" failures="${failures}">\n${cases.join('')}  </testsuite>\n`;
}

/** Errors and warnings fail; information and hints are told in a case that passes. */
function testCase(finding: PrintableFinding, classname: string): string {
  const { code, message, severity, range } = finding;
  const place = `${range.start.line + 1}:${range.start.character + 1}`;
  const head = `    <testcase name="${xmlText(`${code} ${place}`)}" classname="${classname}">`;
  const text = xmlText(`${finding.file}:${place} ${message}`);
  const body = isFailure(finding)
    ? `<failure type="${severity}" message="${xmlText(message)}">${text}</failure>`
    : `<system-out>${text}</system-out>`;
  return `${head}${body}</testcase>\n`;
}

function isFailure({ severity }: PrintableFinding): boolean {
  return isAtLeast(severity, 'warning');
}
