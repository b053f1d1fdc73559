import { compare, type Decimal, decimalOf, printDecimal, subtract, sum, zero } from '../../base/decimal.ts';
import type { Fix } from '../../base/finding.ts';
import { localText } from '../../base/locale.ts';
import type { Indicator } from '../../model/indicator.ts';
import { nameNode, type Siblings, weightNumbers } from '../../model/siblings.ts';
import type { IndicatorSystem } from '../../model/system.ts';
import { entryOf, type Tree } from '../../syntax/tree.ts';
import { isAnchored } from '../edits.ts';
import { pointsToShare } from '../points.ts';
import type { Rule } from '../rule.ts';
import { apportion } from '../weightSum.ts';
import { nameIn } from '../words.ts';
import { insertWeight, misspeltWeights, wholes, writtenSiblings } from '../writtenWeights.ts';

export const weightMissing: Rule = {
  code: 'weight-missing',
  severity: 'error',
  level: 'text',
  reach: 'siblings',
  title: localText('Some siblings have a weight and some have not', '同级指标中有的有权重、有的没有'),
  why: localText(
    'Nobody can tell whether the others count nothing, equally, or what is left. Give every sibling a weight, or none.',
    '无法判断未写权重者是不计、均分还是取余。同级指标要么都写权重，要么都不写。',
  ),
  wrong: { definition: 'indicatorSystem: 1\nindicators:\n  - {id: a, name: A, weight: 60}\n  - {id: b, name: B}\n' },
  right: {
    definition: 'indicatorSystem: 1\nindicators:\n  - {id: a, name: A, weight: 60}\n  - {id: b, name: B, weight: 40}\n',
  },
  *check({ tree, system, structure }) {
    const isMisspelt = misspeltWeights(structure);
    for (const siblings of writtenSiblings(system)) {
      const lacking = siblings.members.filter(({ own }) => own.weight === undefined);
      if (lacking.length === 0 || lacking.length === siblings.members.length) continue;
      // An unreadable weight, none after its key, or a misspelt key is said where it stands.
      const without = lacking.filter(each => entryOf(each.own.node, 'weight') === undefined && !isMisspelt(each));
      const fixes = without.length === lacking.length ? giveTheRest(tree, system, siblings, lacking) : [];
      for (const indicator of without) {
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
  const given = siblings.members.filter(({ own }) => own.weight?.kind === 'single');
  const numbers = weightNumbers(given, undefined);
  const whole = system.weights === 'points' ? pointsToShare(system, siblings) : wholes[system.weights];
  const isSingle = given.length + lacking.length === siblings.members.length;
  if (numbers === undefined || whole === undefined || !isSingle) return [];
  const rest = subtract(whole, sum(numbers));
  const isTied = ({ own, children }: Indicator) =>
    isAnchored(own.node) || (system.weights === 'points' && children?.some(child => child.own.weight) === true);
  if (compare(rest, zero) <= 0 || lacking.some(isTied)) return [];
  return [
    {
      title: localText(`Give the rest (${printDecimal(rest)})`, `分配剩余的 ${printDecimal(rest)}`),
      edits: equalParts(rest, lacking.length).flatMap((part, index) =>
        insertWeight(tree, lacking[index]!, printDecimal(part)),
      ),
      preferred: true,
    },
  ];
}

function equalParts(whole: Decimal, number: number): readonly Decimal[] {
  const ones = Array.from({ length: number }, () => decimalOf(1));
  return apportion(ones, whole);
}
