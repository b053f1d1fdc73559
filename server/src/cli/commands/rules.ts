import { CannotRun } from '../../base/cannotRun.ts';
import { localText } from '../../base/locale.ts';
import { nearest } from '../../base/nearest.ts';
import type { Rule } from '../../checks/rule.ts';
import { rules as catalogue } from '../../checks/rules/index.ts';
import type { Command } from '../command.ts';
import { rulePage } from '../rulePage.ts';

export const rules: Command = {
  name: 'rules',
  operands: '[CODE]',
  about: localText('the catalogue of findings, or one rule’s page', '规则目录，或某条规则的说明'),
  options: [],
  run({ paths: [code] }, terminal) {
    const { locale, colours } = terminal;
    if (code === undefined) {
      const width = Math.max(...catalogue.map(rule => rule.code.length));
      const line = (rule: Rule) =>
        `${colours.bold(rule.code.padEnd(width))}  ${rule.severity.padEnd(11)}  ${rule.title[locale]}\n`;
      terminal.out(catalogue.map(line).join(''));
      return 0;
    }
    const rule = catalogue.find(each => each.code === code);
    if (rule === undefined) {
      const near = nearest(
        code,
        catalogue.map(each => each.code),
      );
      throw new CannotRun(
        localText(
          `no rule ${code}${near ? `; did you mean ${near}?` : ''}`,
          `没有规则 ${code}${near ? `；是否想用 ${near}？` : ''}`,
        ),
      );
    }
    terminal.out(rulePage(rule, locale));
    return 0;
  },
};
