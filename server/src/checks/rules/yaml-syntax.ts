import { localText } from '../../base/locale.ts';
import type { Rule } from '../rule.ts';

export const yamlSyntax: Rule = {
  code: 'yaml-syntax',
  severity: 'error',
  level: 'text',
  title: localText('The YAML is broken', 'YAML 语法有误'),
  why: localText(
    'What cannot be read cannot be checked or scored. Everything that can still be read is checked all the same.',
    '读不出来的内容无法检查，也无法计分。其余能读出的部分照常检查。',
  ),
  source: localText('YAML 1.2', 'YAML 1.2'),
  wrong: { definition: 'indicatorSystem: 1\ntitle: "unfinished\nindicators:\n  - {id: a, name: A}\n' },
  right: { definition: 'indicatorSystem: 1\ntitle: "finished"\nindicators:\n  - {id: a, name: A}\n' },
  *check({ tree, file, encodingProblem }) {
    if (encodingProblem !== undefined) {
      yield { at: { file, range: encodingProblem.range }, message: encodingProblem.message };
    }
    for (const { place, message, code } of tree.errors) if (!hasOwnRule.has(code)) yield { at: place, message };
  },
};

/** `reference-cycle` and `excessive-aliases` say these. */
const hasOwnRule: ReadonlySet<string> = new Set(['self-alias', 'alias-expansion']);
