import { localText } from '../../base/locale.ts';
import type { Rule } from '../rule.ts';
import { structureProblems } from '../structureProblems.ts';

export const schema: Rule = {
  code: 'schema',
  severity: 'error',
  level: 'text',
  title: localText(
    'A value of the wrong type, a missing key, a word that is not allowed',
    '值的类型不对、缺少必需的键或取值不在允许范围内',
  ),
  why: localText(
    'The format says what may stand where. A value that does not fit is not used, so results would silently lack it.',
    '格式规定了各处可写的内容。不符合的值不会被采用，结果会在不知不觉中缺失。',
  ),
  wrong: { definition: 'indicatorSystem: 1\nweights: percents\nindicators:\n  - {id: a, name: A}\n' },
  right: { definition: 'indicatorSystem: 1\nweights: percent\nindicators:\n  - {id: a, name: A}\n' },
  *check(context) {
    const { file, tree } = context;
    if (tree.root === undefined && tree.errors.length === 0) {
      yield {
        at: { file, range: { start: 0, end: 0 } },
        message: localText(
          'the file is empty; a definition begins with indicatorSystem: 1',
          '文件是空的；定义文件以 indicatorSystem: 1 开头',
        ),
      };
    }
    yield* structureProblems(context, 'schema');
  },
};
