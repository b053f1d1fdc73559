import { localText } from '../../base/locale.ts';
import { betterDirection } from '../../engine/better.ts';
import { bestOf } from '../../model/bounds.ts';
import type { Indicator } from '../../model/indicator.ts';
import { nameNode } from '../../model/siblings.ts';
import { directionOf, methodOf } from '../../scoring/compile/leaf.ts';
import { insertEntry } from '../../syntax/edit.ts';
import type { Rule } from '../rule.ts';
import { nameIn } from '../words.ts';

export const directionSuspect: Rule = {
  code: 'direction-suspect',
  severity: 'warning',
  level: 'text',
  reach: 'siblings',
  title: localText('More is better, but the name says that more is worse', '指标为正向，名称却像逆向指标'),
  why: localText(
    'An indicator is positive unless it says `direction: negative`. A rate of complaints that counts as positive rewards the worst unit; where the lowest total is best (`ranking.best`), one that counts as negative does.',
    '未写 `direction: negative` 的指标为正向指标。差评率若按正向计分，最差者反而得分最高；总分以低为优（`ranking.best`）时，按逆向计分才会如此。',
  ),
  source: localText(
    'OECD/JRC Handbook (2008), step 5: normalisation',
    'OECD/JRC《复合指标构建手册》（2008）第 5 步：无量纲化',
  ),
  wrong: { definition: 'indicatorSystem: 1\nindicators:\n  - {id: bad, name: 差评率, normalise: min-max}\n' },
  right: {
    definition:
      'indicatorSystem: 1\nindicators:\n  - {id: bad, name: 差评率, normalise: min-max, direction: negative}\n',
  },
  *check({ tree, system }) {
    const best = bestOf(system);
    const because =
      best === 'lowest' ? { en: ', as the lowest total is best', zh: '总分以低为优，故' } : { en: '', zh: '' };
    for (const indicator of system.indicators) {
      const { own, children } = indicator;
      const method = methodOf(indicator, system);
      const isScore = method === 'none' || method?.method.value === 'none';
      const isGiven = own.categories !== undefined || own.steps !== undefined || own.checklist !== undefined;
      const given = directionOf(indicator, system);
      if (children !== undefined || isScore || isGiven || betterDirection(given, best) === 'negative') continue;
      const word = soundsNegative(indicator);
      if (word === undefined) continue;
      const { direction, node } = own;
      const meant = betterDirection('negative', best);
      yield {
        at: direction?.node ?? own.name?.node ?? nameNode(indicator),
        message: localText(
          `${nameIn(indicator, 'en')} counts as ${given} (more is better${because.en}), but “${word}” sounds negative`,
          `“${nameIn(indicator, 'zh-CN')}”按${given === 'positive' ? '正' : '逆'}向（${because.zh}越高越好）计分，但“${word}”像逆向指标`,
        ),
        fixes: [
          {
            title: localText(`Set direction: ${meant}`, `设为 direction: ${meant}`),
            edits:
              direction === undefined
                ? insertEntry(tree, node, 'direction', meant)
                : [{ range: tree.rangeOf(direction.node), newText: meant }],
          },
        ],
      };
    }
  },
};

/** At the end of the name only: 投诉处理率 is positive. Without regard to case only where letters have one: that is dear. */
const negativeEndsInChinese = [
  /(?<!好)差评(?:率|数|量)?$/,
  /(?:投诉|举报|信访)(?:率|数|量|件数|总量)$/,
  /(?:^|群众|用户|客户|市民|企业|有效|重复|被)投诉$/,
  /(?:伤亡|死亡|发病|犯罪|贫困)(?:率|数|量|起数|人数|人口|发生率)$/,
  /(?:超期|超时|失败|错误|差错|退件|失业|违规|违法|漏洞|误报|漏报|积压)(?:率|数|量|件数|次数|个数)$/,
  /(?:事故|逾期|故障|错链|死链|断链|错别字)(?:率|数|量|起数|件数|次数|个数|件|办件|发生率)?$/,
  /(?:办理|办结|审批|响应|等待|答复|回复|处理|加载|中断)(?:时长|时间|天数)$/,
  /(?<!在线|服务|培训|学习|教育|开放|公开|使用|观看|访问|停留|运行|直播|播放|续航|志愿|阅读|锻炼)时长$/,
  /(?:空置|流失|辍学|失学|返工|缺勤|离职|吸烟|肥胖|近视|赤字|负债|亏损|拥堵)(?:率|数|人数|指数)$/,
  /(?:排放|能耗|污染物?)(?:总?量|强度)?$/,
];
const negativeEndsInEnglish = [
  /\b(?:complaints?|accidents?|fatalities|homicides?|crime|mortality|unemployment|poverty|pollution|emissions|errors?|failures?|delays?|deaths|drop-?outs?|illiteracy|obesity|undernourishment|stunting|downtime|bounce)(?: headcount)?(?: rate| ratio)?(?:,.*| (?:per|from|due to) .*)?$/i,
  /\b(?:waiting|response|processing|handling|downtime|outage|load|loading) times?$/i,
  /\b(?:overdue (?:share|rate)|gini (?:index|coefficient))$/i,
];

const negativeEnds = [...negativeEndsInChinese, ...negativeEndsInEnglish];

/** Whether one of them may be there: most names are looked at once in each language. */
const mayEnd = [anyOf(negativeEndsInChinese, ''), anyOf(negativeEndsInEnglish, 'i')];

function anyOf(ends: readonly RegExp[], flags: string): RegExp {
  return new RegExp(ends.map(({ source }) => source).join('|'), flags);
}

/** What turns such a word round: 零差评, 降低排放, “reduction of …”. */
const reversed = [
  /[零无未非不减降防]|控制|遏制|避免|消除/,
  /\b(?:no|zero|without|low|lower|fewer|absence|control|against|freedom|reduc\w*|decreas\w*|avoid\w*|prevent\w*|combat\w*|fight\w*)\b/i,
];

/** Here it is the word of denial that is bad. */
const denied = /(?<![零减降].*)(?:不满意|不合格|不达标|未办结|未答复|未回复)(?:率|数|量|件数)$/;

function soundsNegative({ own }: Indicator): string | undefined {
  if (own.name === undefined) return undefined;
  const { plain, byLocale } = own.name.value;
  const texts = byLocale.size === 0 ? [plain] : [...byLocale.values()];
  const names = texts.map(text => (/[)）]/.test(text) ? text.replace(/\s*[(（][^)）]*[)）]\s*$/u, '') : text).trim());
  const said = names.flatMap(name => denied.exec(name)?.[0] ?? [])[0];
  if (said !== undefined) return said;
  const isAny = (words: readonly RegExp[]) => names.some(name => words.some(word => word.test(name)));
  if (!isAny(mayEnd) || isAny(reversed)) return undefined;
  return names.flatMap(name => negativeEnds.flatMap(end => end.exec(name)?.[0] ?? []))[0];
}
