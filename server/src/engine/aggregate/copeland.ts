import type { AggregateMethod } from './method.ts';

export const copeland: AggregateMethod = {
  id: 'copeland',
  title: { en: 'Copeland score', 'zh-CN': '科普兰两两比较法' },
  meaning: {
    en: 'Each unit is compared with each other: the number of units that it beats less the number that beat it.',
    'zh-CN': '各评估对象两两比较：胜过的对象个数减去不敌的对象个数。',
  },
  formula: 'Σⱼ sign(oᵢⱼ − ½), oᵢⱼ = Σ w[sᵢ > sⱼ] + ½ Σ w[sᵢ = sⱼ], shares rescaled for each pair',
  source: 'OECD/JRC Handbook (2008), 6.6; Munda and Nardo (2005); COINr a_copeland',
  parameters: [],
  edges: [
    {
      text: {
        en: 'A pair is compared on the children that both have; with none in common it is a draw (COINr counts a missing comparison as a win for the later row).',
        'zh-CN': '每对对象只比较双方都有得分的下级指标；没有共同项时视为平局（COINr 把缺失的比较算作后一行胜出）。',
      },
    },
    {
      text: {
        en: 'A share of wins within 1e−12 of one half is a draw; scores that agree in 14 digits are equal.',
        'zh-CN': '胜出权重与一半之差不超过 1e−12 时视为平局；前 14 位数字一致的得分视为相等。',
      },
    },
    {
      text: {
        en: 'Where weights differ by group each unit is compared by its own.',
        'zh-CN': '权重按分组不同时，各对象按自身的权重比较。',
      },
    },
    {
      text: {
        en: 'Scores lie outside the scale: from −(n − 1) to n − 1.',
        'zh-CN': '得分在 −(n − 1) 到 n − 1 之间，不在量程内。',
      },
    },
  ],
  comparesUnits: true,
  combine: (scores, weights, count, _, { positions, compared }) => {
    let score = 0;
    for (const row of compared) {
      let lead = 0; // Σ w·sign(sᵢ − sⱼ), which is 2(oᵢⱼ − ½) Σ w
      let total = 0;
      for (let index = 0; index < count; index++) {
        const other = row[positions[index]!]!;
        if (Number.isNaN(other)) continue;
        const weight = weights[index]!;
        const own = scores[index]!;
        total += weight;
        const ahead = own - other;
        const dust = scoreDust * Math.max(1, Math.abs(own));
        if (ahead > dust) lead += weight;
        else if (ahead < -dust) lead -= weight;
      }
      if (Math.abs(lead) > 2 * tolerance * total) score += Math.sign(lead);
    }
    return score;
  },
  example: {
    scores: [2, 2, 3],
    weights: [1, 1, 1],
    compared: [
      [1, 3, 2],
      [2, 2, 3],
      [3, 1, 1],
      [4, 5, 4],
    ],
    score: 1,
  },
};

const tolerance = 1e-12;
const scoreDust = 1e-14;
