import { type LocalText, localText } from '../../base/locale.ts';
import type { Indicator } from '../../model/indicator.ts';
import { nameNode } from '../../model/siblings.ts';
import type { Unscored } from '../../scoring/unscored.ts';
import { reasonOf, untoldPlace } from '../notScored.ts';
import type { DataContext, Problem, Rule } from '../rule.ts';
import { listIn, nameIn } from '../words.ts';

const definition = (normalise: string) =>
  `indicatorSystem: 1\nunits: {id: code}\ndata: [{path: demo.csv}]\nindicators:\n  - {id: online, name: 网办率${normalise}}\n`;
const files = { 'demo.csv': 'code,online\na,97\nb,95\n' };

export const notScored: Rule = {
  code: 'not-scored',
  severity: 'error',
  level: 'data',
  title: localText(
    'An indicator, or the whole, cannot be scored as the definition stands',
    '按现有定义，指标或总分无法计分',
  ),
  why: localText(
    'What is not stated is not guessed: no score is better than one that nobody decided on. Nothing above it is scored either.',
    '没有写明的不作猜测：没有得分胜过无人决定的得分。其上各级也不计分。',
  ),
  wrong: { definition: definition(''), files },
  right: { definition: definition(', normalise: none'), files },
  *check(context) {
    const { scoring } = context;
    if (scoring === undefined) return;
    const { unscored, noTotals, noRanks, noTiers } = scoring.compiled;
    const all = [...unscored.values()];
    yield* withoutMethod(all);
    for (const each of all) {
      if (each.code !== 'no-method') yield* told(context, each, subjectOf(each));
    }
    const whole: readonly (readonly [Unscored | undefined, LocalText])[] = [
      [noTotals, localText('the index has no scores', '总分无法计算')],
      [noRanks, localText('no unit is ranked', '无法排名')],
      [noTiers, localText('no unit has a tier', '无法划分档次')],
    ];
    for (const [each, subject] of whole) {
      if (each !== undefined && each.indicator === undefined) yield* told(context, each, subject);
    }
  },
};

function subjectOf({ indicator }: Unscored): LocalText {
  return indicator === undefined
    ? localText('the index has no scores', '总分无法计算')
    : localText(`${nameIn(indicator, 'en')} has no scores`, `“${nameIn(indicator, 'zh-CN')}”没有得分`);
}

function* told(context: DataContext, each: Unscored, subject: LocalText): Iterable<Problem> {
  const { scoring } = context;
  const at = scoring && untoldPlace(context, scoring, each);
  if (scoring === undefined || at === undefined) return;
  const reason = reasonOf(context, scoring, each);
  yield {
    at,
    message: localText(`${subject.en}: ${reason.en}`, `${subject['zh-CN']}：${reason['zh-CN']}`),
  };
}

/** One omission is one finding, however many leaves it concerns. */
function* withoutMethod(all: readonly Unscored[]): Iterable<Problem> {
  const leaves = all.flatMap(({ code, indicator }): Indicator[] =>
    code === 'no-method' && indicator !== undefined ? [indicator] : [],
  );
  const [first, ...others] = leaves;
  if (first === undefined) return;
  const names = (locale: 'en' | 'zh-CN') =>
    listIn(
      leaves.map(leaf => nameIn(leaf, locale)),
      locale,
      3,
    );
  yield {
    at: nameNode(first),
    message: localText(
      `no normalise method for ${names('en')}: say one (normalise: none where the values are scores), or in defaults`,
      `${names('zh-CN')} 没有无量纲化方法：请写 normalise（数值本身即得分时写 none），或写入 defaults`,
    ),
    related: others.map(leaf => ({
      at: nameNode(leaf),
      message: localText(`${nameIn(leaf, 'en')} has none`, `“${nameIn(leaf, 'zh-CN')}”没有`),
    })),
  };
}
