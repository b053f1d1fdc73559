import { localText } from '../../base/locale.ts';
import type { Indicator, IndicatorText } from '../../model/indicator.ts';
import type { IndicatorSystem } from '../../model/system.ts';
import type { Text } from '../../model/text.ts';
import type { Written } from '../../model/written.ts';
import type { Problem, Rule } from '../rule.ts';

export const duplicateName: Rule = {
  code: 'duplicate-name',
  severity: 'warning',
  level: 'text',
  title: localText('Two indicators, or two tiers, have the same name', '两个指标或两个档次同名'),
  why: localText(
    'Readers know indicators by name. Names that differ only in width, spaces or punctuation look the same in print.',
    '读者按名称识别指标。只在全半角、空格或标点上不同的名称，印出来看不出区别。',
  ),
  wrong: { definition: 'indicatorSystem: 1\nindicators:\n  - {id: a, name: 网办率}\n  - {id: b, name: 网办 率}\n' },
  right: { definition: 'indicatorSystem: 1\nindicators:\n  - {id: a, name: 网办率}\n  - {id: b, name: 办结率}\n' },
  *check({ system }) {
    const byName = new Map<string, Indicator>();
    for (const indicator of system.framework.sharing(bareNames)) {
      const { name } = indicator.own;
      if (name === undefined) continue;
      const bare = bareNames(indicator.own);
      const first = bare.map(each => byName.get(each)).find(other => other !== undefined);
      for (const each of bare) if (!byName.has(each)) byName.set(each, indicator);
      if (first === undefined || isToldElsewhere(first, indicator)) continue;
      const theirs = textsOf(first.own.name!.value).find(text => bare.includes(bareName(text)))!;
      const isSame = textsOf(name.value).includes(theirs);
      yield {
        at: name.node.kind === 'map' ? name.entry!.key : name.node,
        message: isSame
          ? localText(`${first.id} has the same name: ${theirs}`, `与 ${first.id} 同名：${theirs}`)
          : localText(
              `${first.id} has a name that reads the same: ${theirs}`,
              `与 ${first.id} 的名称“${theirs}”看起来相同`,
            ),
        related: [{ at: first.own.name!.node, message: otherOne }],
      };
    }
    yield* tiersOfOneName(system);
  },
};

const otherOne = localText('the other one', '另一处');

/** Lists and known results mean tiers by name: of two that share one the second is never meant. */
function* tiersOfOneName({ tiers }: IndicatorSystem): Iterable<Problem> {
  const byName = new Map<string, Written<Text>>();
  for (const { name } of tiers) {
    if (name === undefined) continue;
    const first = bareNames({ name }).flatMap(each => byName.get(each) ?? [])[0];
    for (const each of bareNames({ name })) if (!byName.has(each)) byName.set(each, name);
    if (first === undefined) continue;
    const theirs = first.value.plain;
    yield {
      at: name.node.kind === 'map' ? name.entry!.key : name.node,
      message: localText(`another tier has this name: ${theirs}`, `另一档次也名为“${theirs}”`),
      related: [{ at: first.node, message: otherOne }],
    };
  }
}

/** Two of one id, and an aggregate that only repeats its one indicator, are findings of their own. */
function isToldElsewhere(first: Indicator, second: Indicator): boolean {
  return first.id === second.id || (second.parent === first && first.children?.length === 1);
}

function bareNames({ name }: Pick<IndicatorText, 'name'>): readonly string[] {
  if (name === undefined) return [];
  const bare = textsOf(name.value).map(bareName);
  return bare.includes('') ? bare.filter(each => each !== '') : bare;
}

function textsOf({ plain, byLocale }: Text): readonly string[] {
  return byLocale.size === 0 ? [plain] : [...byLocale.values()];
}

/** Full-width letters folded, spaces and punctuation left out (not `2.5`), in lower case. */
function bareName(name: string): string {
  // Most names hold nothing that must be looked up: what is left out is ASCII.
  if (/^[a-z0-9\u4e00-\u9fff]*$/.test(name)) return name;
  if (/^[a-zA-Z\u4e00-\u9fff ,.()&/'-]*$/.test(name)) return name.replace(/[ ,.()&/'-]+/g, '').toLowerCase();
  if (/^[a-zA-Z0-9\u4e00-\u9fff ,.()&/'-]*$/.test(name))
    return name.replace(/(?<![0-9])[ ,.()&/'-]+|[ ,.()&/'-]+(?![0-9])/g, '').toLowerCase();
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?<![0-9])[\p{P}\p{Z}\s]+|[\p{P}\p{Z}\s]+(?![0-9])/gu, '');
}
