/** What is wrong with the configuration of a project itself: its syntax, its keys and values, the rules that it names. */
import type { Finding, Fix } from '../base/finding.ts';
import { type LocalText, localText } from '../base/locale.ts';
import { nearest } from '../base/nearest.ts';
import type { Configuration } from '../model/configuration.ts';
import { checkConfigurationStructure } from '../schema/structure.ts';
import type { Place, Tree } from '../syntax/tree.ts';
import { auditCodes } from './auditCodes.ts';
import type { Rule } from './rule.ts';
import { fixOf } from './structureProblems.ts';

export interface ConfigurationFacts {
  readonly file: string;
  readonly tree: Tree;
  readonly configuration: Configuration;
}

export function checkConfiguration(facts: ConfigurationFacts, rules: readonly Rule[]): readonly Finding[] {
  const { file, tree } = facts;
  const finding = (code: string, at: Place, message: LocalText, fixes: readonly Fix[]): Finding => {
    const severity = rules.find(rule => rule.code === code)!.severity;
    return { file, range: tree.rangeOf(at), code, severity, message, related: [], fixes };
  };
  const found = [
    ...tree.errors.map(({ place, message }) => finding('yaml-syntax', place, message, [])),
    ...checkConfigurationStructure(tree).map(({ code, place, message, edit }) =>
      finding(code, place, message, edit === undefined ? [] : [fixOf(tree, edit)]),
    ),
    ...unknownRules(facts, rules).map(({ at, message, fixes }) => finding('unknown-key', at, message, fixes)),
  ];
  return found.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}

function unknownRules({ tree, configuration }: ConfigurationFacts, rules: readonly Rule[]) {
  const known = [...rules.map(({ code }) => code), ...auditCodes];
  return configuration.rules.flatMap(({ code, entry }) => {
    if (known.includes(code)) return [];
    const near = nearest(code, known);
    const message = localText(
      `no rule is called ${code}${near === undefined ? '' : `; did you mean ${near}?`}`,
      `没有名为 ${code} 的规则${near === undefined ? '' : `；是否想写 ${near}？`}`,
    );
    const fixes = near === undefined ? [] : [fixOf(tree, { kind: 'rename-key', entry, newKey: near })];
    return [{ at: entry.key, message, fixes }];
  });
}
