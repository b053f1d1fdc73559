import { localText } from '../../base/locale.ts';
import { conditionsOf } from '../../model/conditions.ts';
import type { Rule } from '../rule.ts';
import { unresolvedProblem } from '../unresolved.ts';

export const unresolvedTier: Rule = {
  code: 'unresolved-tier',
  severity: 'error',
  level: 'text',
  title: localText('A reference to a tier that is not there', '引用了不存在的档次'),
  why: localText(
    'A list, a veto or an expectation that names no tier of the ladder is always empty.',
    '名单、一票否决或预期结果若引用不存在的档次，结果总是空的。',
  ),
  wrong: {
    definition:
      'indicatorSystem: 1\nindicators:\n  - {id: a, name: A}\ntiers: [{name: 优秀级, atLeast: 85}, {name: 发展级}]\nexpect:\n  - {count: {tier: 优秀}, is: 3}\n',
  },
  right: {
    definition:
      'indicatorSystem: 1\nindicators:\n  - {id: a, name: A}\ntiers: [{name: 优秀级, atLeast: 85}, {name: 发展级}]\nexpect:\n  - {count: {tier: 优秀级}, is: 0}\n',
  },
  *check({ tree, system }) {
    const names = new Set(
      system.tiers.flatMap(({ name }) =>
        name === undefined ? [] : [name.value.plain, ...name.value.byLocale.values()],
      ),
    );
    const references = [
      ...conditionsOf(system).flatMap(({ tier }) => tier?.name ?? []),
      ...system.adjustments.flatMap(({ outcome }) => outcome?.tier ?? []),
    ];
    for (const reference of references) {
      if (!names.has(reference.value)) yield unresolvedProblem(tree, reference, names, { en: 'tier', zh: '档次' });
    }
  },
};
