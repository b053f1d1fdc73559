/** SARIF 2.1.0, for code scanning (GitHub, Azure DevOps) and SARIF viewers. Columns count UTF-16 code units, from 1. */
import type { Severity } from '../../base/finding.ts';
import type { Locale } from '../../base/locale.ts';
import type { Rule } from '../../checks/rule.ts';
import { repository, rulePageAddress } from '../../checks/rulePages.ts';
import { rules } from '../../checks/rules/index.ts';
import type { PrintableFinding, PrintableLocation } from '../../workspace/printable.ts';
import { fingerprints } from '../fingerprint.ts';
import type { CheckResult } from '../printable.ts';
import { rulePage } from '../rulePage.ts';
import type { Terminal } from '../terminal.ts';
import { relativeUri } from './uri.ts';

declare const __VERSION__: string;

export function formatSarif(result: CheckResult, { locale }: Terminal): string {
  const prints = fingerprints(result);
  const codes = [...new Set(result.findings.map(({ code }) => code))];
  const used = rules.filter(({ code }) => codes.includes(code));
  const run = {
    tool: {
      driver: {
        name: 'indicators',
        fullName: 'Indicator Systems',
        semanticVersion: __VERSION__,
        informationUri: repository,
        rules: used.map(rule => ruleOf(rule, locale)),
      },
    },
    columnKind: 'utf16CodeUnits',
    results: result.findings.map(finding => resultOf(finding, prints.get(finding)!, used)),
  };
  const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function ruleOf(rule: Rule, locale: Locale) {
  const { code, severity, title, why } = rule;
  // A name that equals the id but for its case is an error to SARIF's own checker.
  const name = code.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return {
    id: code,
    ...(name.toLowerCase() !== code && { name }),
    shortDescription: { text: sentence(title[locale]) },
    fullDescription: { text: why[locale] },
    helpUri: rulePageAddress(code, locale),
    help: { text: why[locale], markdown: rulePage(rule, locale) },
    defaultConfiguration: { level: levels[severity] },
    properties: { tags: ['indicator-system', rule.level] },
  };
}

function resultOf(finding: PrintableFinding, fingerprint: string, used: readonly Rule[]) {
  const related = finding.related.map((each, id) => ({
    id: id + 1,
    ...locationOf(each),
    message: { text: sentence(each.message) },
  }));
  return {
    ruleId: finding.code,
    ruleIndex: used.findIndex(({ code }) => code === finding.code),
    level: levels[finding.severity],
    message: { text: sentence(finding.message) },
    locations: [locationOf(finding)],
    ...(related.length > 0 && { relatedLocations: related.slice(0, 100) }),
    partialFingerprints: { 'indicators/v1': fingerprint },
  };
}

function locationOf({ file, range: { start, end } }: PrintableLocation) {
  const region = {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
  return { physicalLocation: { artifactLocation: { uri: relativeUri(file) }, region } };
}

const levels: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** Readers of SARIF want messages that end like sentences. */
function sentence(text: string): string {
  return /[.。！？!?]$/.test(text) ? text : `${text}${/[\u3000-\u9fff\uff00-\uffef]/.test(text) ? '。' : '.'}`;
}
