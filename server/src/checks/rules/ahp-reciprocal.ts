import type { Fix } from '../../base/finding.ts';
import { localText } from '../../base/locale.ts';
import type { Judgement } from '../../model/method.ts';
import { mapOf } from '../../model/written.ts';
import { removeEntry } from '../../syntax/edit.ts';
import type { Tree } from '../../syntax/tree.ts';
import { isAnchored } from '../edits.ts';
import { type JudgedSiblings, judgedSiblings, judgementText, writtenText } from '../judged.ts';
import type { Rule } from '../rule.ts';

const definition = (value: string) =>
  `indicatorSystem: 1\nweighting: {method: ahp, judgements: {a/b: 2, b/a: ${value}}}\nindicators: [{id: a, name: A}, {id: b, name: B}]\n`;

export const ahpReciprocal: Rule = {
  code: 'ahp-reciprocal',
  severity: 'error',
  level: 'text',
  reach: 'siblings',
  title: localText('Judgements of one pair contradict each other', '同一对指标的判断相互矛盾'),
  why: localText(
    'If a is twice as important as b, b is half as important as a. A pair needs one judgement; the other follows.',
    '若 a 的重要性是 b 的 2 倍，则 b 是 a 的 1/2。每对只需一个判断，反向自然得出。',
  ),
  source: localText(
    'Saaty, The Analytic Hierarchy Process (1980)',
    'Saaty，《层次分析法》（The Analytic Hierarchy Process，1980）',
  ),
  wrong: { definition: definition('3') },
  right: { definition: definition('1/2') },
  *check({ tree, system }) {
    for (const siblings of judgedSiblings(system)) {
      for (const { first, second } of siblings.judged.contradicted) {
        const at = second.value?.node ?? second.entry.key;
        yield {
          at,
          message:
            first === undefined
              ? localText(
                  `${writtenText(second)}: an indicator is as important as itself`,
                  `${writtenText(second)}：指标与自身同等重要`,
                )
              : localText(
                  `${writtenText(second)} contradicts ${writtenText(first)}`,
                  `${writtenText(second)} 与 ${writtenText(first)} 矛盾`,
                ),
          related:
            first === undefined ? [] : [{ at: first.entry.key, message: localText('judged here', '已在此判断') }],
          fixes: isAnchored(second.entry.key) ? [] : fixesOf(tree, siblings, first, second),
        };
      }
    }
  },
};

function fixesOf(
  tree: Tree,
  { judgements }: JudgedSiblings,
  first: Judgement | undefined,
  second: Judgement,
): readonly Fix[] {
  const map = mapOf(judgements.entry.value);
  const edits = map === undefined ? [] : removeEntry(tree, map, second.entry);
  const removal = edits.length === 0 ? [] : [{ title: localText('Remove the judgement', '删除该判断'), edits }];
  const node = second.value?.node;
  if (first?.value === undefined || node === undefined || isAnchored(node)) return removal;
  const isSameWay = first.left === second.left;
  const newText = judgementText(isSameWay ? first.value.value : 1 / first.value.value);
  const title = localText(`Write ${newText}`, `改为 ${newText}`);
  return [{ title, edits: [{ range: tree.rangeOf(node), newText }], preferred: true }, ...removal];
}
