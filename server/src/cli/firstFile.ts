/** The first definition that `init` writes: small, complete, without findings, in the user's language. */
import type { Locale } from '../base/locale.ts';

export function firstDefinition(id: string, locale: Locale): string {
  const t = locale === 'en' ? english : chinese;
  return `indicatorSystem: 1            # ${t.version}
id: ${id}
title: ${t.title}
levels:                       # ${t.levels}
  - {name: ${t.dimension}, count: 2}
  - {name: ${t.indicator}, count: 6}
weights: percent              # ${t.weights}
units: {id: code, name: name, count: 4}
data:
  - {path: data.csv}          # ${t.data}
defaults:
  normalise: {method: none}   # ${t.none}
indicators:
  - id: service
    name: ${t.service}
    weight: 60
    indicators:
      - {id: online, name: ${t.online}, weight: 40, measure: '%', range: [0, 100]}
      - {id: on-time, name: ${t.onTime}, weight: 40, measure: '%', range: [0, 100]}
      - id: complaints
        name: ${t.complaints}
        weight: 20
        measure: ${t.perThousand}
        direction: negative   # ${t.negative}
        normalise: {method: goalposts, lower: 0, upper: 10}
  - id: openness
    name: ${t.openness}
    weight: 40
    indicators:
      - {id: replies, name: ${t.replies}, weight: 50, measure: '%', range: [0, 100]}
      - id: open-data
        name: ${t.openData}
        weight: 30
        source: ${t.site}
        categories: {A: 100, B: 80, C: 50}
      - {id: policies, name: ${t.policies}, weight: 20, measure: '%', range: [0, 100]}
ranking: {ties: dense, round: {decimals: 2}}
tiers:
  - {name: ${t.high}, atLeast: 85}
  - {name: ${t.good}, atLeast: 70}
  - {name: ${t.low}}
`;
}

export function firstData(locale: Locale): string {
  const [a, b, c, d] = locale === 'en' ? ['North', 'East', 'South', 'West'] : ['甲市', '乙市', '丙市', '丁市'];
  return `code,name,online,on-time,complaints,replies,open-data,policies
1,${a},96,92,1.2,98,A,90
2,${b},88,85,2.5,91,A,80
3,${c},75,81,4.1,84,B,70
4,${d},62,70,6.8,66,C,55
`;
}

const english = {
  version: 'version of the format',
  title: 'My first indicator system',
  levels: 'from the top; count is checked',
  dimension: 'Dimensions',
  indicator: 'Indicators',
  weights: 'siblings sum to 100',
  data: 'beside this file; never written',
  none: 'the values are scores from 0 to 100 already',
  service: 'Service',
  online: 'Services online',
  onTime: 'Handled on time',
  complaints: 'Complaints',
  perThousand: 'per 1000 cases',
  negative: 'less is better',
  openness: 'Openness',
  replies: 'Replies given',
  openData: 'Open data platform',
  site: 'web site',
  policies: 'Policies published',
  high: 'Excellent',
  good: 'Good',
  low: 'Developing',
};

const chinese: typeof english = {
  version: '格式版本',
  title: '我的第一个指标体系',
  levels: '自上而下；count 会被核对',
  dimension: '一级指标',
  indicator: '二级指标',
  weights: '同级权重之和为 100',
  data: '与本文件同目录；只读不写',
  none: '数值本身就是 0–100 的得分',
  service: '服务能力',
  online: '网办率',
  onTime: '按时办结率',
  complaints: '投诉量',
  perThousand: '件/千件',
  negative: '越低越好',
  openness: '公开透明',
  replies: '答复率',
  openData: '数据开放平台',
  site: '门户网站',
  policies: '政策公开率',
  high: '优秀级',
  good: '良好级',
  low: '发展级',
};
