import type { Fix } from '../../base/finding.ts';
import { localText } from '../../base/locale.ts';
import { usualTies } from '../../scoring/compile/ranking.ts';
import { insertEntry } from '../../syntax/edit.ts';
import { resolved } from '../../syntax/tree.ts';
import type { DataContext, Rule } from '../rule.ts';
import { listIn, numberText } from '../words.ts';

const definition = (ranking: string) =>
  `indicatorSystem: 1\nunits: {id: code}\ndata: [{path: demo.csv}]\nindicators:\n  - {id: online, name: 网办率, normalise: none}\nranking: {${ranking}}\n`;
const files = { 'demo.csv': 'code,online\na,90\nb,90\nc,80\n' };

export const tieUnstated: Rule = {
  code: 'tie-unstated',
  severity: 'warning',
  level: 'data',
  title: localText(
    'Units are tied, and it is not stated how ties are ranked',
    '有得分相同的对象，而未写明并列如何排名',
  ),
  why: localText(
    'After two firsts the next unit is second (dense) or third (competition): readers and programs disagree unless it is stated.',
    '两个并列第一之后，下一名是第二（dense）还是第三（competition），不写明就会各算各的。',
  ),
  wrong: { definition: definition('round: {decimals: 1}'), files },
  right: { definition: definition('round: {decimals: 1}, ties: dense'), files },
  *check(context) {
    const { system, data, scoring } = context;
    const at = system.ranking.entry?.key ?? system.tiersEntry?.key ?? system.indicatorsEntry?.key;
    if (scoring === undefined || system.ranking.ties !== undefined || at === undefined) return;
    const { ranks, rounded, order } = scoring.ranking;
    const ties = tiesIn(
      [...order].filter(unit => ranks[unit]! > 0),
      ranks,
    );
    const [first] = ties;
    if (first === undefined) return;
    const names = first.map(unit => data.units[unit]!.name);
    const score = numberText(rounded[first[0]!]!);
    const nMore = ties.length - 1;
    const more =
      nMore === 0
        ? { en: '', zh: '' }
        : { en: `, and ${nMore} more ${nMore === 1 ? 'tie' : 'ties'}`, zh: `，另有 ${nMore} 处并列` };
    yield {
      at,
      message: localText(
        `${listIn(names, 'en')} share the total ${score}${more.en}; how ties are ranked is not stated (ties: ${usualTies} is used: 1, 2, 2, 4)`,
        `${listIn(names, 'zh-CN')} 总分同为 ${score}${more.zh}；未写明并列如何排名（现按 ties: ${usualTies}，即 1、2、2、4）`,
      ),
      fixes: stateTies(context),
    };
  },
};

/** The best first: units of one rank, where they are several. */
function tiesIn(order: readonly number[], ranks: Float64Array): readonly (readonly number[])[] {
  const ties = new Map<number, number[]>();
  for (const unit of order) {
    const tie = ties.get(ranks[unit]!);
    if (tie === undefined) ties.set(ranks[unit]!, [unit]);
    else tie.push(unit);
  }
  return [...ties.values()].filter(({ length }) => length > 1);
}

/** States what is done already: no rank changes. */
function stateTies({ tree, system }: DataContext): readonly Fix[] {
  const { entry } = system.ranking;
  const ranking = resolved(entry?.value);
  const edits =
    ranking?.kind === 'map'
      ? insertEntry(tree, ranking, 'ties', usualTies)
      : entry === undefined && system.node !== undefined
        ? insertEntry(tree, system.node, 'ranking', `{ties: ${usualTies}}`)
        : [];
  return edits.length === 0
    ? []
    : [{ title: localText(`State ties: ${usualTies}`, `写明 ties: ${usualTies}`), edits, preferred: true }];
}
