import { localText } from '../../base/locale.ts';
import { usualTies } from '../../scoring/compile/ranking.ts';
import { publish } from '../../scoring/publications.ts';
import type { Rule } from '../rule.ts';

const definition = (ties: string) =>
  `indicatorSystem: 1\nunits: {id: code}\ndata: [{path: demo.csv}]\nindicators:\n  - {id: online, name: 网办率, normalise: none}\nranking: {ties: ${ties}}\npublications: [{id: best, title: 前2名, top: 2, ranked: true}]\n`;
const files = { 'demo.csv': 'code,online\na,90\nb,90\nc,80\n' };

export const topAmbiguous: Rule = {
  code: 'top-ambiguous',
  severity: 'information',
  level: 'data',
  title: localText('A “top 10” lists more than ten units', '“前10名”列出的对象多于十个'),
  why: localText(
    'Because of ties, the units with rank 10 or better may be 13. Readers who count expect ten: say so in the publication.',
    '由于并列，第 10 名及以前可能有 13 个对象，而读者以为是十个，公布时应予说明。',
  ),
  wrong: { definition: definition('dense'), files },
  right: { definition: definition('competition'), files },
  *check({ system, scoring }) {
    if (scoring === undefined || !system.publications.some(({ top }) => top !== undefined)) return;
    const ties = system.ranking.ties?.value ?? usualTies;
    for (const published of publish(scoring)) {
      const { top } = published.publication;
      if (published.kind !== 'units' || top === undefined || published.rows.length <= top.value) continue;
      const nListed = published.rows.length;
      yield {
        at: top.node,
        message: localText(
          `top ${top.value} with ${ties} ranks lists ${nListed} units`,
          `前 ${top.value} 名（并列按 ${ties}）共列出 ${nListed} 个对象`,
        ),
      };
    }
  },
};
