import { localText } from '../../base/locale.ts';
import { entryOf } from '../../syntax/tree.ts';
import type { Rule } from '../rule.ts';
import { textOrId } from '../words.ts';

const definition = (then: string) =>
  `indicatorSystem: 1\nindicators:\n  - {id: a, name: A}\nadjustments:\n  - {id: offline, name: 网站无法访问, kind: veto, column: offline, equals: 是${then}}\n`;

export const vetoWithoutOutcome: Rule = {
  code: 'veto-without-outcome',
  severity: 'error',
  level: 'text',
  title: localText('A veto without an outcome', '一票否决没有写明结果'),
  why: localText(
    'A veto must say what becomes of the unit: at most a score, a tier, or both.',
    '一票否决必须写明结果：最高得分、档次，或两者兼有。',
  ),
  wrong: { definition: definition('') },
  right: { definition: definition(', then: {score: 59}') },
  *check({ system }) {
    for (const [position, { kind, node, id, name }] of system.adjustments.entries()) {
      const then = entryOf(node, 'then');
      const says = ['tier', 'score'].some(key => entryOf(then?.value, key) !== undefined);
      if (kind?.value !== 'veto' || says) continue;
      const veto = textOrId(name?.value, id?.value ?? `#${position + 1}`);
      yield {
        at: then?.key ?? kind.node,
        message: localText(
          `the veto ${veto.en} gives neither a score nor a tier: say then: {score: …} or then: {tier: …}`,
          `一票否决“${veto['zh-CN']}”既没有得分也没有档次，请写明 then: {score: …} 或 then: {tier: …}`,
        ),
      };
    }
  },
};
