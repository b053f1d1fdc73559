import { localText } from '../../base/locale.ts';
import { nearest } from '../../base/nearest.ts';
import type { Rule } from '../rule.ts';

export const unusedSuppression: Rule = {
  code: 'unused-suppression',
  severity: 'warning',
  level: 'suppression',
  title: localText('A silencing that silences nothing', '没有作用的关闭声明'),
  why: localText(
    'It is left over from a finding that is gone, or names no rule; the next finding there would be silenced unseen.',
    '它所针对的问题已不存在，或规则名写错；以后出现的问题会被悄悄关闭。',
  ),
  wrong: {
    definition:
      'indicatorSystem: 1\nrules:\n  single-child: {severity: off, reason: 方案如此规定}\nindicators:\n  - {id: a, name: A}\n',
  },
  right: {
    definition:
      'indicatorSystem: 1\nrules:\n  single-child: {severity: off, reason: 方案如此规定}\nindicators:\n  - {id: a, name: A, indicators: [{id: b, name: B}]}\n',
  },
  *check({ suppressions, codes }) {
    for (const { code, at, silences, uses, hasRun } of suppressions) {
      if (code === '') {
        yield {
          at,
          message: localText('the comment names no rule: nothing is silenced', '注释没有写明规则：没有关闭任何检查'),
        };
      } else if (hasRun === undefined) {
        const near = nearest(code, codes);
        const offer =
          near === undefined ? { en: '', zh: '' } : { en: `; did you mean ${near}?`, zh: `；是否想写 ${near}？` };
        yield { at, message: localText(`no rule is called ${code}${offer.en}`, `没有名为 ${code} 的规则${offer.zh}`) };
      } else if (hasRun && silences && uses === 0) {
        yield {
          at,
          message: localText(`${code} finds nothing here: nothing is silenced`, `${code} 在此没有发现，无需关闭`),
        };
      }
    }
  },
};
