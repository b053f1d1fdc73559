import type { Fix } from '../../base/finding.ts';
import { localText } from '../../base/locale.ts';
import { consistencyOf, type Worst, worstJudgement } from '../../engine/weight/judgements.ts';
import type { Judgement } from '../../model/method.ts';
import { randomIndexOf } from '../../scoring/computedWeights.ts';
import type { Tree } from '../../syntax/tree.ts';
import { isAnchored } from '../edits.ts';
import { judgedSiblings, judgementText, writtenText } from '../judged.ts';
import type { Rule } from '../rule.ts';
import { numberText, parentIn } from '../words.ts';

const definition = (value: string) =>
  `indicatorSystem: 1\nweighting: {method: ahp, judgements: {a/b: 2, a/c: ${value}, b/c: 3}}\nindicators: [{id: a, name: A}, {id: b, name: B}, {id: c, name: C}]\n`;

export const ahpInconsistent: Rule = {
  code: 'ahp-inconsistent',
  severity: 'warning',
  level: 'text',
  reach: 'siblings',
  title: localText('The judgements are not consistent enough', '判断矩阵的一致性不足'),
  why: localText(
    'If a is 2 times as important as b, and b 3 times as c, a is 6 times as important as c. The consistency ratio compares how far judgements are from that with how far random ones are; from 0.1 on they are asked for again.',
    '若 a 是 b 的 2 倍、b 是 c 的 3 倍，则 a 应为 c 的 6 倍。一致性比率把判断偏离的程度与随机判断相比；达到 0.1 即应重新判断。',
  ),
  source: localText(
    'Saaty, The Analytic Hierarchy Process (1980)',
    'Saaty，《层次分析法》（The Analytic Hierarchy Process，1980）',
  ),
  wrong: { definition: definition('1/6') },
  right: { definition: definition('6') },
  threshold: 0.1,
  *check({ tree, system, threshold }) {
    for (const { parent, members, weighting, judgements, judged } of judgedSiblings(system)) {
      const limit = weighting.consistency?.value ?? threshold(0.1);
      const table = randomIndexOf(weighting);
      const found = judged.isReadable ? consistencyOf(judged.matrix, table) : undefined;
      if (found === undefined || found.ratio < limit) continue;
      const worst = worstJudgement(judged.matrix, table);
      const written = worst && judged.written(worst.left, worst.right);
      const ratio = `CR ${numberText(rounded(found.ratio))} ≥ ${numberText(limit)}`;
      const mended = worst && written && mendedText(worst, written, members);
      const [en, zh] =
        mended === undefined
          ? ['', '']
          : [
              `; ${writtenText(written!)} contributes most, ${mended} would bring it to ${numberText(rounded(worst!.ratio))}`,
              `；影响最大的是 ${writtenText(written!)}，改为 ${mended} 可降至 ${numberText(rounded(worst!.ratio))}`,
            ];
      yield {
        at: written?.value?.node ?? judgements.entry.key,
        message: localText(
          `the judgements under ${parentIn(parent, 'en')} are inconsistent: ${ratio}${en}`,
          `“${parentIn(parent, 'zh-CN')}”下的判断不一致：${ratio}${zh}`,
        ),
        fixes: mended !== undefined && worst!.ratio < limit ? setJudgement(tree, written!, mended) : [],
      };
    }
  },
};

/** The mending value, the way round that the judgement is written. */
function mendedText({ left, mended }: Worst, written: Judgement, members: readonly { readonly id: string }[]): string {
  return judgementText(written.left === members[left]!.id ? mended : 1 / mended);
}

function setJudgement(tree: Tree, { value, left, right }: Judgement, newText: string): readonly Fix[] {
  if (value === undefined || isAnchored(value.node)) return [];
  const title = localText(`Set ${left}/${right} to ${newText}`, `将 ${left}/${right} 改为 ${newText}`);
  return [{ title, edits: [{ range: tree.rangeOf(value.node), newText }] }];
}

function rounded(ratio: number): number {
  return Number(ratio.toFixed(3));
}
