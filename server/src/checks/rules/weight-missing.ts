import {
  compare,
  type Decimal,
  decimalOf,
  parseDecimal,
  printDecimal,
  subtract,
  sum,
  zero,
} from '../../base/decimal.ts';
import type { Fix } from '../../base/finding.ts';
import { localText } from '../../base/locale.ts';
import { nameNode, type Siblings, siblingsOf } from '../../model/siblings.ts';
import type { Indicator, IndicatorSystem } from '../../model/system.ts';
import { insertEntry } from '../../syntax/edit.ts';
import type { Tree } from '../../syntax/tree.ts';
import type { Rule } from '../rule.ts';
import { apportion } from '../weightSum.ts';
import { nameIn } from '../words.ts';

export const weightMissing: Rule = {
  code: 'weight-missing',
  severity: 'error',
  level: 'text',
  title: localText('Some siblings have a weight and some have not', '同级指标中有的有权重、有的没有'),
  why: localText(
    'Nobody can tell whether the others count nothing, equally, or what is left. Give every sibling a weight, or none.',
    '无法判断未写权重者是不计、均分还是取余。同级指标要么都写权重，要么都不写。',
  ),
  wrong: { definition: 'indicatorSystem: 1\nindicators:\n  - {id: a, name: A, weight: 60}\n  - {id: b, name: B}\n' },
  right: {
    definition: 'indicatorSystem: 1\nindicators:\n  - {id: a, name: A, weight: 60}\n  - {id: b, name: B, weight: 40}\n',
  },
  *check({ tree, system }) {
    for (const siblings of siblingsOf(system)) {
      const lacking = siblings.members.filter(({ own }) => own.weight === undefined);
      if (lacking.length === 0 || lacking.length === siblings.members.length) continue;
      const fixes = giveTheRest(tree, system, siblings, lacking);
      for (const indicator of lacking) {
        yield {
          at: nameNode(indicator),
          message: localText(
            `${nameIn(indicator, 'en')} has no weight, its siblings have`,
            `“${nameIn(indicator, 'zh-CN')}”没有权重，而同级指标有`,
          ),
          fixes,
        };
      }
    }
  },
};

/** What is left of the whole, in equal parts. */
function giveTheRest(
  tree: Tree,
  system: IndicatorSystem,
  siblings: Siblings,
  lacking: readonly Indicator[],
): readonly Fix[] {
  const given = siblings.members.flatMap(({ own }) =>
    own.weight?.kind === 'single' ? [own.weight.weight.value.value] : [],
  );
  const whole = wholeOf(system, siblings);
  if (whole === undefined || given.length + lacking.length !== siblings.members.length) return [];
  const known = given.filter(value => value !== undefined);
  const rest = subtract(whole, sum(known));
  if (known.length !== given.length || compare(rest, zero) <= 0) return [];
  const parts = apportion(
    lacking.map(() => decimalOf(1)),
    rest,
    rest.scale,
  );
  return [
    {
      title: localText(`Give the rest (${printDecimal(rest)})`, `分配剩余的 ${printDecimal(rest)}`),
      edits: lacking.flatMap((indicator, index) =>
        insertEntry(tree, indicator.own.node, 'weight', printDecimal(parts[index]!), { after: 'name' }),
      ),
      preferred: true,
    },
  ];
}

function wholeOf({ weights }: IndicatorSystem, { parent }: Siblings): Decimal | undefined {
  switch (weights) {
    case 'percent':
      return parseDecimal('100');
    case 'fraction':
      return parseDecimal('1');
    case 'points':
      return parent?.own.weight?.kind === 'single' ? parent.own.weight.weight.value.value : undefined;
    case 'relative':
      return undefined;
  }
}
