import { localText } from '../../base/locale.ts';
import type { ProblemPlace, Rule } from '../rule.ts';

export const suppressionWithoutReason: Rule = {
  code: 'suppression-without-reason',
  severity: 'warning',
  level: 'suppression',
  title: localText('A finding is silenced without a reason', '关闭检查而未说明理由'),
  why: localText(
    'Who reviews the definition must be able to judge whether it was right to silence it.',
    '审阅者需要据此判断关闭是否合理。',
  ),
  wrong: {
    definition:
      'indicatorSystem: 1\nrules:\n  single-child: {severity: off}\nindicators:\n  - {id: a, name: A, indicators: [{id: b, name: B}]}\n',
  },
  right: {
    definition:
      'indicatorSystem: 1\nrules:\n  single-child: {severity: off, reason: 方案如此规定}\nindicators:\n  - {id: a, name: A, indicators: [{id: b, name: B}]}\n',
  },
  *check({ suppressions }) {
    const said = new Set<ProblemPlace>();
    for (const { code, at, reason, silences } of suppressions) {
      if ((reason?.trim() ?? '') !== '' || code === '' || said.has(at)) continue;
      said.add(at);
      yield {
        at,
        message: silences
          ? localText(`say why ${code} does not count here`, `请说明此处为何不适用 ${code}`)
          : localText(`say why ${code} is judged otherwise here`, `请说明此处为何更改 ${code} 的设置`),
      };
    }
  },
};
