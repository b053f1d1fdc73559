/** The examples of the format's definition, each as a file of its own: what they write, the schema accepts. */
export const formatExamples: readonly string[] = [
  // The top level
  `indicatorSystem: 1                 # the format's version; marks the file
id: dgsc-2024
title: 数字政府服务能力评估指标体系
edition: 2024
publisher: 中国软件评测中心
description: …
previous: ../2023/dgsc.indicators.yaml   # the edition this one is compared with
fullMark: 110                      # best possible total, adjustments included (default: the scale's end)
levels:                            # from the top; the name and the declared number of indicators
  - {name: 一级指标, count: 8}
  - {name: 二级指标, count: 22}
  - {name: 三级指标, count: 58}
weights: percent                   # percent | fraction | points | relative
scale: [0, 100]                    # of every score
aggregate: arithmetic              # how the index itself is made of level 1; also missing, standardise, weighting, as on any aggregate
pipeline: [denominate, treat, impute, normalise]                    # the order of the steps, if not the usual one
indicators: []
`,
  // Units and data
  `indicatorSystem: 1
indicators: []
units:
  id: code                    # key column
  name: name
  count: 64                   # declared
  order: file                 # the list order: file | {column: order} | [北京市, 天津市, …]  (行政区划序列, 机构序列)
  aliases: {科技部: 科学技术部}
  groups:
    kind: {column: kind, values: [省级, 重点城市]}
    city-type: {column: city_type, separator: ";"}     # a unit may be in several: 副省级;省会
data:
  - id: main
    path: data/2024.csv       # csv, tsv, xlsx, json, ndjson, parquet; relative to this file
    encoding: auto            # utf-8 (with or without BOM), gb18030; auto detects
    sheet: …                  # xlsx
    unit: code              # default: units.id
    period: {column: year, is: 2024}
    long: {indicator: code, value: value}   # only for long layout
    missing: ["", NA, N/A, -, —, 缺]
    notApplicable: [不适用, /]
`,
  // Adjustments, ranking, tiers
  `indicatorSystem: 1
indicators: []
adjustments:                           # in this order, after aggregation; points: per unit of the column (default 1: the column holds the points)
  - {id: innovation, name: 创新案例加分, kind: bonus, column: cases, points: 2, cap: 10, when: {score: {above: 80}}}
  - {id: leak, kind: deduction, column: incidents, points: 3, of: data-security, floor: 0}   # never below the item's floor
  - {id: offline, kind: veto, column: offline, equals: 是, then: {tier: 不合格, score: 59}}
ranking:
  round: {decimals: 2, mode: half-up, when: before-rank}   # or after-rank; half-up | half-even | down
  ties: dense                          # dense 1,2,2,3 | competition 1,2,2,4 | modified 1,3,3,4 | ordinal | fractional
  tieOrder: units                      # display order inside a tie: units.order | name
  within: [kind]                       # ranks inside each group too
  eligible: {minShare: 0.66}           # scored but not ranked otherwise; also {where: {column: ranked, equals: yes}}
tiers:                                 # from the best; closed below
  - {name: 卓越级, atLeast: 95}
  - {name: 优秀级, atLeast: 85}
  - {name: 良好级, atLeast: 75}
  - {name: 发展级, atLeast: 60}
  - {name: 准备级}                      # the rest
`,
  // Publications and expectations
  `indicatorSystem: 1
indicators: []
publications:                          # what is printed for readers
  - {id: provinces-excellent, title: 省级优秀级, where: {kind: 省级, tier: 优秀级}, order: units}     # an unranked list
  - {id: top10, title: 直辖市, where: {kind: 直辖市}, top: 10, ranked: true}                        # "前10名": ranks 1–10, ties included
  - {id: tiers, title: 各档数量, table: tiers, by: kind}
expect:                                # known results; each is checked at every scoring, and shown where it is written
  - {count: {tier: 优秀级}, is: 18}
  - {count: {tier: {atLeast: 良好级}}, is: 52, note: 2024 年公布}
  - {share: {where: {kind: 省级, column: data_agency, equals: 是}}, is: 71.9, decimals: 1}   # 23/32
  - {change: {count: {tier: {atLeast: 良好级}}}, from: 49, is: 6.1, decimals: 1}             # percent
  - {members: {tier: 优秀级, kind: 省级}, are: [北京市, 上海市, …], order: units}
  - {rank: {unit: 浙江省, within: kind}, is: 1}
  - {score: {unit: CHE}, is: 68.3837, decimals: 4}
`,
  // Robustness and rules
  `indicatorSystem: 1
indicators: []
robustness:
  runs: 1000
  seed: 20241
  vary:
    - {weights: 25%, level: 1}                       # each weight ±25 %, shares kept at 1
    - {normalise: [min-max, z-score, percentile-rank]}
    - {aggregate: [arithmetic, geometric]}
    - {drop: each, level: 3}
rules:
  few-children: {severity: off, reason: 方案规定每个二级指标只设两个三级指标}
  redundant-indicator: {severity: error, threshold: 0.95, reason: …}
`,
  // Indicators
  `indicatorSystem: 1
indicators:
  - id: management
    name: 管理保障度
    weight: 12
    aggregate: arithmetic
    indicators:
      - id: organisation
        name: 组织保障
        weight: 50
        indicators:
          - id: leading-group
            name: 领导机制
            weight: 40
            column: leading_group
            categories: {是: 100, 否: 0}
            source: 政府网站
            channel: 部门网站
`,
  // A short complete file
  `indicatorSystem: 1
id: demo
title: 示例
levels: [{name: 一级指标, count: 2}, {name: 二级指标, count: 3}]
weights: percent
units: {id: code, name: name}
data: [{path: demo.csv}]
defaults: {normalise: {method: min-max}}
indicators:
  - id: service
    name: 服务成熟度
    weight: 60
    indicators:
      - {id: online, name: 网办率, weight: 70, measure: '%', range: [0, 100]}
      - {id: bad-rate, name: 差评率, weight: 30, measure: '%', direction: negative}
  - id: openness
    name: 公开透明度
    weight: 40
    indicators:
      - {id: reply, name: 答复率, weight: 100}
tiers: [{name: 优秀级, atLeast: 85}, {name: 良好级, atLeast: 60}, {name: 发展级}]
ranking: {ties: dense, round: {decimals: 2}}
`,
  ...[
    'title: {zh-CN: 管理保障度, en: Governance}',
    'weights: points',
    'weightsBy: kind',
    'units: {id: code, order: {column: order}}',
    'units: {id: code, order: [北京市, 天津市]}',
    'missing: exclude\nstandardise: z-score\nweighting: {method: equal}',
    'defaults:\n  direction: negative\n  normalise: {method: min-max}\n  missing: zero\n  minShare: 0.66\n  aggregate: geometric\n  impute: {method: median}\n  treat: {then: box-cox}',
    'levels: [{name: 三级指标, count: 58, unpublished: true}]',
    'ranking: {eligible: {where: {column: ranked, equals: yes}}}',
    'ranking: {eligible: {minShare: 0.66, level: 1}}',
    'tiers: [{name: A, above: 90}, {name: B, top: 18}, {name: C, topShare: 25, within: kind}]',
  ].map(keys => `indicatorSystem: 1\nindicators: []\n${keys}\n`),
  ...[
    'weight: {省级: 12, 重点城市: 10}',
    'bonus: {cap: 10, when: {score: {above: 80}}}',
    'weighting: {method: equal}',
    'weighting: {method: ahp, judgements: {a/b: 3, a/c: 5, b/c: 1/3}, consistency: 0.1, randomIndex: saaty-1980}',
    'weighting: {method: entropy, shift: 0.01, combine: product}',
    'weighting: {method: critic, combine: {linear: 0.5}}',
    'weighting: {method: variation}',
    'weighting: {method: pca, signed: true}',
    'unpublished: true\ncount: 6',
    'appliesTo: {kind: 省级}',
    'level: 3',
    "column: leading_group\nfrom: main\nmeasure: '%'\nrange: [0, 100]\ndirection: positive",
    'categories: {A: 100, B: 80, C: 50}',
    'steps: [{atLeast: 95, value: 100}, {atLeast: 80, value: 60}, {value: 0}]',
    'checklist: {col_a: 30, col_b: 70}',
    'denominator: population\nfactor: 10000',
    'treat: {winsorise: {max: 5, skew: 2, kurtosis: 3.5}, then: log}',
    'impute: {method: mean, by: kind}',
    'impute: {method: latest, maxAge: 3}',
    'impute: {method: constant, value: 0}',
    'impute: {method: mean, by: region, over: eligible}',
    'missing: zero',
    'missing: {value: 50}',
    'missing: exclude\nminShare: 0.66\nminCount: 3\nnotApplicable: rescale',
    'notApplicable: full',
    'standardise: normal-cdf',
    'standardise: {method: z-score, mean: 50, sd: 10, over: eligible, deviation: population, truncate: true}',
    'standardise: percentile-rank',
    'treat: {winsorise: {max: 5}, over: eligible}',
    'weighting: {method: entropy, over: {kind: 省级}}',
    'aggregate: geometric',
    'aggregate: {power: 0.5}',
    'aggregate: copeland',
    'normalise: {method: none}',
    'normalise: {method: min-max}',
    'normalise: {method: goalposts, lower: 20, upper: 85, truncate: false}',
    'normalise: {method: z-score, mean: 50, sd: 10}',
    'normalise: {method: z-score, deviation: population, truncate: true, range: [-3, 3], over: eligible}',
    'normalise: {method: min-max, parameters: {min: 0, max: 9}, truncate: true}',
    'normalise: {method: scaled, lower: 0, upper: 1}',
    'normalise: {method: rank, ties: average}',
    'normalise: {method: borda, ties: lowest}',
    'normalise: {method: percentile-rank, ties: highest}',
    'normalise: {method: fraction-of-max}',
    'normalise: {method: distance-to-max}',
    'normalise: {method: distance-to-reference, unit: 北京市}',
    'normalise: {method: distance-to-target, target: 95}',
    'normalise: {method: log-goalposts, lower: 100, upper: 75000}',
    'normalise: {method: min-max, range: [1, 100], over: eligible}',
    'normalise: {method: min-max, over: {kind: 省级}, parameters: frozen}',
    'normalise: {method: min-max, parameters: {min: 0, max: 100}}',
  ].map(keys => `indicatorSystem: 1\nindicators:\n  - id: a\n    name: A\n    ${keys.replaceAll('\n', '\n    ')}\n`),
];
