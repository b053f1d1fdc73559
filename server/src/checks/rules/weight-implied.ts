import { printDecimal } from '../../base/decimal.ts';
import type { Fix } from '../../base/finding.ts';
import { localText } from '../../base/locale.ts';
import type { Indicator } from '../../model/indicator.ts';
import { childrenOf } from '../../model/memory.ts';
import { type Siblings, siblingsUnder } from '../../model/siblings.ts';
import type { Fold, IndicatorSystem, Selection } from '../../model/system.ts';
import { type MapNode, type Tree, valueAt } from '../../syntax/tree.ts';
import { isAnchored, writeEntry } from '../edits.ts';
import type { Rule } from '../rule.ts';
import { parentIn } from '../words.ts';
import { insertWeight, misspeltWeights, wholes, writtenAmong } from '../writtenWeights.ts';

export const weightImplied: Rule = {
  code: 'weight-implied',
  severity: 'information',
  level: 'text',
  title: localText('No sibling has a weight: equal shares', '同级指标都没有权重：按等权处理'),
  why: localText(
    'Equal weights are a choice as any other. Written out, readers see that it was made.',
    '等权也是一种选择。写明之后，读者才知道这是有意为之。',
  ),
  source: localText('OECD/JRC Handbook (2008), step 6', 'OECD/JRC《复合指标构建手册》（2008）第 6 步'),
  wrong: { definition: 'indicatorSystem: 1\nindicators:\n  - {id: a, name: A}\n  - {id: b, name: B}\n' },
  right: {
    definition: 'indicatorSystem: 1\nindicators:\n  - {id: a, name: A, weight: 50}\n  - {id: b, name: B, weight: 50}\n',
  },
  *check({ tree, system, structure }) {
    const isMisspelt = misspeltWeights(structure);
    const implied = writtenSets(system, withoutWeights, someLack).filter(({ members }) =>
      members.every(member => hasNoWeight(member) && !isMisspelt(member)),
    );
    const isEverywhere = () =>
      writtenSets(system, withWeights, someHave).every(({ members }) => members.every(hasNoWeight));
    const [first] = implied;
    if (first !== undefined && implied.length > 1 && isEverywhere()) {
      yield {
        at: first.entry.key,
        message: localText(
          'no indicator has a weight: all siblings count equally',
          '所有指标都没有权重：同级指标一律等权',
        ),
        fixes: () => writeThem(tree, system, implied),
      };
      return;
    }
    for (const siblings of implied) {
      const { members, parent, entry } = siblings;
      yield {
        at: entry.key,
        message: localText(
          `the ${members.length} indicators under ${parentIn(parent, 'en')} have no weights: each counts for 1/${members.length}`,
          `“${parentIn(parent, 'zh-CN')}”下的 ${members.length} 个指标没有权重：各占 1/${members.length}`,
        ),
        fixes: writeThem(tree, system, [siblings]),
      };
    }
  },
};

const withoutWeights: Selection = ({ node }) => childrenOf(node).some(lacksWeight);
const withWeights: Selection = ({ node }) => !childrenOf(node).every(lacksWeight);

/** Of each indicator of level 1. */
const lacksOwnWeight: Fold<boolean> = { isOfItself: true, of: ({ own }) => lacksWeight(own.node) };
const someLack = (lacks: readonly boolean[]) => lacks.includes(true);
const someHave = (lacks: readonly boolean[]) => lacks.includes(false);

/** The sets of the parents that are meant, and of level 1 where it is, whose written weights count. */
function writtenSets(
  system: IndicatorSystem,
  meant: Selection,
  isTopMeant: (lacks: readonly boolean[]) => boolean,
): readonly Siblings[] {
  const atTop = isTopMeant(system.framework.fold(lacksOwnWeight)) ? [undefined] : [];
  const parents = [...atTop, ...system.framework.having(meant)];
  return writtenAmong(parents.flatMap(parent => siblingsUnder(system, parent))).filter(
    ({ members }) => members.length > 1,
  );
}

function lacksWeight(node: MapNode): boolean {
  return valueAt(node, 'weight') === undefined;
}

/** Not even one that cannot be read. */
function hasNoWeight({ own }: Indicator): boolean {
  return own.weight === undefined && valueAt(own.node, 'weight') === undefined;
}

function writeThem(tree: Tree, system: IndicatorSystem, sets: readonly Siblings[]): readonly Fix[] {
  const edits = sets.map(siblings => editsFor(tree, system, siblings));
  if (edits.some(each => each.length === 0)) return [];
  return [{ title: localText('Write the equal weights', '写明等权'), edits: edits.flat() }];
}

/** Numbers where they are exact: 33.33 three times would count otherwise than 1/3. Else the parent says that they are equal. */
function editsFor(tree: Tree, system: IndicatorSystem, { members, parent }: Siblings) {
  const part = equalPart(system, members.length);
  const touched = part === undefined ? (parent === undefined ? [] : [parent]) : members;
  if (touched.some(({ own }) => isAnchored(own.node))) return [];
  if (part !== undefined) return members.flatMap(member => insertWeight(tree, member, part));
  const map = parent === undefined ? system.node : parent.own.node;
  const after = parent === undefined ? 'weights' : 'weight';
  return map === undefined ? [] : writeEntry(tree, map, 'weighting', '{method: equal}', { after });
}

function equalPart({ weights }: IndicatorSystem, number: number): string | undefined {
  if (weights === 'relative') return '1';
  const whole = wholes[weights];
  const part = whole && { digits: (whole.digits * 10_000n) / BigInt(number), scale: 4 };
  return part !== undefined && part.digits * BigInt(number) === whole!.digits * 10_000n
    ? printDecimal(part)
    : undefined;
}
