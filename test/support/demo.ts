/** A small system with everything that editor features speak of, and its data. */
export const demo = `indicatorSystem: 1
id: demo
title: {zh-CN: 示例, en: Demo}
weights: percent
levels: [{name: {zh-CN: 一级指标, en: Pillar}, count: 2}, {name: 二级指标, count: 2}]
units: {id: code, name: name, groups: {kind: {column: kind, values: [省级, 重点城市]}}}
data:
  - {id: main, path: demo.csv}
indicators:
  - id: service
    name: {zh-CN: 服务, en: Service}
    weight: 60
    indicators:
      - {id: online, name: 网办率, weight: 70, normalise: {method: min-max}, measure: '%', source: s}
      - {id: bad-rate, name: 差评率, weight: 30, normalise: {method: goalposts, lower: 0, upper: 20}, direction: negative, source: s}
  - id: openness
    name: 公开
    weight: 40
    column: open
    categories: {是: 100, 否: 0}
    source: s
tiers:
  - {name: 优秀级, atLeast: 58}
  - {name: 良好级}
ranking: {ties: dense, round: {decimals: 2}, within: [kind]}
publications:
  - {id: best, title: 优秀名单, where: {tier: 优秀级}}
expect:
  - {count: {tier: 优秀级}, is: 2}
  - {rank: {unit: 甲省}, is: 1}
`;

/** Totals: 乙省 70, 甲省 58, 丁市 55 (no bad-rate), 丙市 42. The first expectation holds, the second does not. */
export const demoData = `code,name,kind,online,bad-rate,open
a,甲省,省级,10,0,是
b,乙省,省级,20,10,是
c,丙市,重点城市,30,20,否
d,丁市,重点城市,15,,是
`;

export const demoFiles = { 'demo.indicators.yaml': demo, 'demo.csv': demoData } as const;
