import { localText } from '../../base/locale.ts';
import type { Rule } from '../rule.ts';
import { unresolvedProblem } from '../unresolved.ts';

export const unresolvedIndicator: Rule = {
  code: 'unresolved-indicator',
  severity: 'error',
  level: 'text',
  title: localText('A reference to an indicator that is not there', '引用了不存在的指标'),
  why: localText(
    'A deduction or an expectation that names no indicator has no effect.',
    '扣分项或预期结果若引用不存在的指标，就不起作用。',
  ),
  wrong: {
    definition:
      'indicatorSystem: 1\nindicators:\n  - {id: security, name: S}\nadjustments:\n  - {id: leak, kind: deduction, column: n, points: 3, of: securty, floor: 0}\n',
  },
  right: {
    definition:
      'indicatorSystem: 1\nindicators:\n  - {id: security, name: S}\nadjustments:\n  - {id: leak, kind: deduction, column: n, points: 3, of: security, floor: 0}\n',
  },
  *check({ tree, system }) {
    // Where none can be read, that is the mistake.
    if (system.byId.size === 0) return;
    const claims = system.expectations.flatMap(({ claim }) => (claim?.kind === 'score' ? (claim.indicator ?? []) : []));
    const references = [...system.adjustments.flatMap(({ of }) => of ?? []), ...claims];
    for (const reference of references) {
      if (system.byId.has(reference.value)) continue;
      yield unresolvedProblem(tree, reference, system.byId.keys(), { en: 'indicator', zh: '指标' });
    }
  },
};
