import { localText } from '../../base/locale.ts';
import type { WrittenWeight } from '../../model/indicator.ts';
import { type Siblings, weightGroups } from '../../model/siblings.ts';
import type { IndicatorSystem } from '../../model/system.ts';
import { entriesOf } from '../../model/written.ts';
import { pointsToShare } from '../points.ts';
import type { Problem, Rule } from '../rule.ts';
import { missedTotal } from '../weightSum.ts';
import { nameIn, parentIn } from '../words.ts';
import { wholes, writtenSiblings } from '../writtenWeights.ts';

export const weightGroupSum: Rule = {
  code: 'weight-group-sum',
  severity: 'error',
  level: 'text',
  reach: 'siblings',
  title: localText('The weights for one group do not sum to the whole', '某一组别的权重之和不等于整体'),
  why: localText(
    'Where groups have weights of their own, each group’s must be complete and sum to 100 (or 1) by themselves.',
    '分组设权时，每一组的权重都应齐全，且之和等于 100（或 1）。',
  ),
  wrong: {
    definition:
      'indicatorSystem: 1\nweightsBy: kind\nunits: {groups: {kind: {column: kind, values: [省级, 重点城市]}}}\nindicators:\n  - {id: a, name: A, weight: {省级: 60, 重点城市: 50}}\n  - {id: b, name: B, weight: {省级: 40, 重点城市: 40}}\n',
  },
  right: {
    definition:
      'indicatorSystem: 1\nweightsBy: kind\nunits: {groups: {kind: {column: kind, values: [省级, 重点城市]}}}\nindicators:\n  - {id: a, name: A, weight: {省级: 60, 重点城市: 50}}\n  - {id: b, name: B, weight: {省级: 40, 重点城市: 50}}\n',
  },
  *check(context) {
    const { system } = context;
    const isPoints = system.weights === 'points';
    const noun = isPoints ? { en: 'points', zh: '分值' } : { en: 'weights', zh: '权重' };
    for (const siblings of writtenSiblings(system)) {
      const groups = groupsOf(system, siblings);
      for (const group of groups) {
        yield* lackingIn(siblings, group, groups);
        const whole = isPoints ? pointsToShare(system, siblings, group) : wholes[system.weights];
        if (whole !== undefined) yield* missedTotal(context, siblings, whole, noun, group);
      }
    }
  },
};

/** The declared groups where weights differ by group; where none are declared, those that the weights name. */
function groupsOf(system: IndicatorSystem, { members }: Siblings): readonly string[] {
  const named = weightGroups(members);
  const by = system.units.groups.find(({ id }) => id.value === system.weightsBy?.value);
  return named.length === 0 ? [] : (by?.values?.map(({ value }) => value) ?? named);
}

/** The indicators without a weight for the group; one problem where none of them has any. */
function lackingIn({ members, parent }: Siblings, group: string, groups: readonly string[]): readonly Problem[] {
  const byGroup = members.filter(({ own }) => own.weight?.kind === 'by-group');
  const lacking = byGroup.filter(({ own }) => lacks(own.weight!, group, groups));
  if (byGroup.length > 1 && lacking.length === byGroup.length) {
    const message = localText(
      `the weights under ${parentIn(parent, 'en')} leave out ${group}`,
      `“${parentIn(parent, 'zh-CN')}”下没有“${group}”的权重`,
    );
    return [{ at: byGroup[0]!.own.weight!.entry.key, message }];
  }
  return lacking.map(indicator => ({
    at: indicator.own.weight!.entry.key,
    message: localText(
      `${nameIn(indicator, 'en')} has no weight for ${group}`,
      `“${nameIn(indicator, 'zh-CN')}”没有“${group}”的权重`,
    ),
  }));
}

/** A group that is not declared may be this one, misspelt: that is said there. */
function lacks({ entry }: WrittenWeight, group: string, groups: readonly string[]): boolean {
  const keys = entriesOf(entry.value).map(({ name }) => name);
  return !keys.includes(group) && keys.every(key => groups.includes(key));
}
