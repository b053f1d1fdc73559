import type { Fix } from '../../base/finding.ts';
import { localText } from '../../base/locale.ts';
import { judgedWeights, nearestOnScale } from '../../engine/weight/judgements.ts';
import { mapOf } from '../../model/written.ts';
import { insertEntry } from '../../syntax/edit.ts';
import type { Tree } from '../../syntax/tree.ts';
import { type JudgedSiblings, judgedSiblings, judgementText } from '../judged.ts';
import type { Rule } from '../rule.ts';
import { listIn, parentIn } from '../words.ts';

const definition = (more: string) =>
  `indicatorSystem: 1\nweighting: {method: ahp, judgements: {a/b: 2, b/c: 3${more}}}\nindicators: [{id: a, name: A}, {id: b, name: B}, {id: c, name: C}]\n`;

export const ahpIncomplete: Rule = {
  code: 'ahp-incomplete',
  severity: 'error',
  level: 'text',
  reach: 'siblings',
  title: localText('A pair has no judgement', '有指标对缺少判断'),
  why: localText(
    'Each pair of n indicators is judged once: n(n − 1)/2 judgements. What is missing follows from the others (Harker), and the check of consistency loses its force; where the others do not connect all indicators there are no weights.',
    'n 个指标需两两判断 n(n − 1)/2 次。缺少的判断由其余推出（Harker），一致性检验随之失效；若其余判断未能联系所有指标，则没有权重。',
  ),
  source: localText('Harker, Mathematical Modelling 9 (1987)', 'Harker, Mathematical Modelling 9 (1987)'),
  wrong: { definition: definition('') },
  right: { definition: definition(', a/c: 6') },
  *check({ tree, system }) {
    for (const siblings of judgedSiblings(system)) {
      const pairs = unjudged(siblings);
      // A mistyped id is said where it stands.
      if (pairs.length === 0 || siblings.judged.unknown.length > 0) continue;
      const names = pairs.map(pair => pair.name);
      const implied = judgedWeights(siblings.judged.matrix)?.vector;
      const [en, zh] =
        implied === undefined
          ? [
              'the others do not connect all indicators, so there are no weights',
              '其余判断未能联系所有指标，因此没有权重',
            ]
          : ['what the others imply is taken', '按其余判断推出的值计算'];
      yield {
        at: siblings.judgements.entry.key,
        message: localText(
          `under ${parentIn(siblings.parent, 'en')} nobody judged ${listIn(names, 'en')}; ${en}`,
          `“${parentIn(siblings.parent, 'zh-CN')}”下缺少判断：${listIn(names, 'zh-CN')}；${zh}`,
        ),
        fixes: implied === undefined ? [] : addImplied(tree, siblings, pairs, implied),
      };
    }
  },
};

interface Pair {
  readonly left: number;
  readonly right: number;
  readonly name: string;
}

/** Not those with a judgement that cannot be read: the schema tells of it. */
function unjudged({ members, judgements, judged }: JudgedSiblings): readonly Pair[] {
  return judged.missing.flatMap(([left, right]) => {
    const [one, other] = [members[left]!.id, members[right]!.id];
    const isWritten = judgements.all.some(
      each => [each.left, each.right].sort().join('/') === [one, other].sort().join('/'),
    );
    return isWritten ? [] : [{ left, right, name: `${one}/${other}` }];
  });
}

function addImplied(
  tree: Tree,
  { judgements }: JudgedSiblings,
  pairs: readonly Pair[],
  weights: readonly number[],
): readonly Fix[] {
  const map = mapOf(judgements.entry.value);
  if (map === undefined || pairs.length > 1) return [];
  const edits = pairs.flatMap(({ left, right, name }) =>
    insertEntry(tree, map, name, judgementText(nearestOnScale(weights[left]! / weights[right]!))),
  );
  if (edits.length === 0) return [];
  return [{ title: localText('Write what the others imply', '写入由其余判断推出的值'), edits }];
}
