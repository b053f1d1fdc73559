import { test } from 'vitest';
import { expectFindings } from '../../support/annotated.ts';

const codes = ['not-scored'];

test('leaves without a method are one finding', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: code, name: name}
data: [{path: demo.csv}]
indicators:
  - {id: online, name: 网办率}
         ^^^^^^ error not-scored: no normalise method for 网办率, 答复率: say one (normalise: none where the values are scores), or in defaults
  - {id: reply, name: 答复率, column: online}
  - {id: grade, name: C, column: online, normalise: none}
`,
    {
      codes,
      files: {
        'demo.csv': `code,name,online
a,北京市,50
`,
      },
    },
  );
});

test('in Chinese', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: code, name: name}
data: [{path: demo.csv}]
indicators:
  - {id: online, name: 网办率}
         ^^^^^^ error not-scored: 网办率 没有无量纲化方法：请写 normalise（数值本身即得分时写 none），或写入 defaults
`,
    {
      codes,
      files: {
        'demo.csv': `code,name,online
a,北京市,50
`,
      },
      locale: 'zh-CN',
    },
  );
});

test('a negative score, a stand-in on aggregates, a bonus below level 1', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: code, name: name}
data: [{path: demo.csv}]
indicators:
  - id: a
    name: A
    missing: {value: 50}
    indicators:
      - {id: a1, name: A1, column: online, normalise: none, direction: negative}
                                                                       ^^^^^^^^ error not-scored: A1 has no scores: a negative direction needs a normalise method other than none
      - {id: a4, name: A4, column: online, normalise: none, bonus: {cap: 5}}
                                                            ^^^^^ error not-scored: A4 has no scores: a bonus may stand at level 1 only
  - id: b
    name: B
    missing: {value: 50}
             ^^^^^^^^^^^ error not-scored: B has no scores: a stand-in for missing values stands on leaves, not on aggregates
    indicators: [{id: b1, name: B1, indicators: [{id: b2, name: B2, column: online, normalise: none}]}]
`,
    {
      codes,
      files: {
        'demo.csv': `code,name,online
a,北京市,50
b,天津市,60
`,
      },
    },
  );
});

test('points that nobody knows', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: code, name: name}
data: [{path: demo.csv}]
weights: points
indicators:
^^^^^^^^^^ error not-scored: the index has no scores: the points of level 1 are not known, or the scale does not begin at 0
  - {id: a, name: A, column: online, normalise: none}
`,
    {
      codes,
      files: {
        'demo.csv': `code,name,online
a,北京市,50
b,天津市,60
`,
      },
    },
  );
});

test('a group that only the data know of has no weights', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: code, groups: {kind: {column: name}}}
data: [{path: demo.csv}]
weightsBy: kind
indicators:
  - {id: a, name: A, column: online, normalise: none, weight: {省级: 50, 重点城市: 40}}
                                                      ^^^^^^ error not-scored: 总分无法计算：“A”没有“县级”的权重，而数据中有该组的对象
  - {id: b, name: B, column: online, normalise: none, weight: {省级: 50, 重点城市: 60}}
`,
    {
      codes,
      files: {
        'demo.csv': `code,name,online
a,省级,1
b,县级,2
`,
      },
      locale: 'zh-CN',
    },
  );
});

test('a tier cannot decide who is ranked', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: code, name: name}
data: [{path: demo.csv}]
indicators:
  - {id: a, name: A, column: online, normalise: none}
ranking: {eligible: {where: {tier: 优秀级}}}
                                   ^^^ error not-scored: no unit is ranked: tiers come after ranks and cannot decide who is ranked
tiers: [{name: 优秀级, atLeast: 55}, {name: 发展级}]
`,
    {
      codes,
      files: {
        'demo.csv': `code,name,online
a,北京市,50
b,天津市,60
`,
      },
    },
  );
});

test('nothing that another finding tells', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: code, name: name}
data: [{path: demo.csv}]
indicators:
  - {id: a, name: A, column: nowhere, normalise: none}
         ^ error weight-missing: A has no weight, its siblings have
                             ^^^^^^^ error unresolved-column: there is no column nowhere
  - {id: b, name: B, column: online, normalise: {method: goalposts, lower: 9, upper: 1}}
         ^ error weight-missing: B has no weight, its siblings have
                                                                           ^ error goalpost-order: the lower goalpost 9 is not below the upper one, 1
  - {id: c, name: C, column: online, normalise: {method: log-goalposts, lower: 0, upper: 1}}
         ^ error weight-missing: C has no weight, its siblings have
                                                                               ^ error log-nonpositive: the lower goalpost 0 has no logarithm
  - {id: d, name: D, column: online, normalise: {method: goalposts, lower: 1}}
         ^ error weight-missing: D has no weight, its siblings have
                                                 ^^^^^^ error schema: \`upper\` is missing in \`normalise\` with \`method: goalposts\`
  - {id: e, name: E, column: online, normalise: {method: nonsense}}
         ^ error weight-missing: E has no weight, its siblings have
                                                         ^^^^^^^^ error schema: \`method\` is \`nonsense\`; it takes \`none\`, \`min-max\`, \`goalposts\`, \`log-goalposts\`, \`z-score\`, \`rank\`, \`scaled\`, \`borda\`, \`percentile-rank\`, \`fraction-of-max\`, \`distance-to-max\`, \`distance-to-reference\` or \`distance-to-target\`
  - {id: f, name: F, column: online, steps: [{value: 1}, {atLeast: 3, value: 1}]}
         ^ error weight-missing: F has no weight, its siblings have
                                                                   ^ error steps-order: this step is never reached: the one before it has no bound and takes the rest
  - {id: g, name: G, indicators: []}
         ^ error weight-missing: G has no weight, its siblings have
                     ^^^^^^^^^^ error empty-aggregate: G has no indicators and is not marked unpublished
  - {id: h, name: H, weight: 4, unpublished: true}
adjustments:
  - {id: x, kind: veto, column: online, equals: 1}
                  ^^^^ error veto-without-outcome: the veto x gives neither a score nor a tier: say then: {score: …} or then: {tier: …}
  - {id: y, kind: bonus, column: online}
                  ^^^^^ error bonus-uncapped: the bonus y has no cap: give the most points that it may add
`,
    {
      codes: [
        ...codes,
        'unresolved-column',
        'goalpost-order',
        'log-nonpositive',
        'schema',
        'steps-order',
        'empty-aggregate',
        'weight-missing',
        'veto-without-outcome',
        'bonus-uncapped',
      ],
      files: {
        'demo.csv': `code,name,online
a,北京市,50
b,天津市,60
`,
      },
    },
  );
});

test('without the data there is nothing to say', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: code, name: name}
data: [{path: demo.csv}]
              ^^^^^^^^ error data-file: there is no file demo.csv
indicators:
  - {id: online, name: 网办率}
`,
    { codes: [...codes, 'data-file'] },
  );
});

test('steps that cannot be gone in the order that is said; values of other periods that are not there', () => {
  const definition = (pipeline: string, said: string, leaf: string) => `indicatorSystem: 1
pipeline: ${pipeline}
${said}units: {id: code}
data: [{path: demo.csv}]
indicators:
  - {id: a, name: A, normalise: none${leaf}}
`;
  const files = { 'demo.csv': 'code,a\nu1,1\nu2,\n' };
  const told = (why: string) => `^^^^^^^^ error not-scored: the index has no scores: ${why}\n`;
  expectFindings(definition('[treat]', told('the last step of pipeline must be normalise'), ''), { codes, files });
  expectFindings(
    definition('[impute, impute, normalise]', told('pipeline holds “impute”, which is not a step or stands twice'), ''),
    { codes, files },
  );
  expectFindings(
    definition(
      '[impute, normalise]',
      told('indicators have the step “treat”, and pipeline does not'),
      ', treat: {then: log}',
    ),
    { codes, files },
  );
  expectFindings(
    `${definition('[impute, normalise]', '', ', impute: {method: latest}')}                                                       ^^^^^^ error not-scored: A has no scores: imputation by “latest” needs the values of other periods, and the data hold one period
`,
    { codes, files },
  );
});

test('a treatment that cannot be read is one finding', () => {
  const misspelt = (where: string, leaf: string) => `indicatorSystem: 1
units: {id: code}
data: [{path: demo.csv}]
defaults: {normalise: none${where}}
indicators:
  - {id: a, name: A${leaf}}
`;
  const files = { 'demo.csv': 'code,a\nu1,1\nu2,2\n' };
  expectFindings(misspelt(', treat: strong', ''), { codes, files });
  expectFindings(misspelt('', ', treat: {winsorize: {max: 1}}'), { codes, files });
});

test('an imputation across indicators does not fill an aggregate; the place is its method', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: code}
data: [{path: demo.csv}]
defaults: {normalise: none}
indicators:
  - id: a
    name: A
    impute: {method: mean, across: siblings}
                     ^^^^ error not-scored: A has no scores: the parameter “across” of the imputation is missing, not readable or not for this
    indicators: [{id: b, name: B}, {id: c, name: C}]
  - {id: d, name: D, impute: {method: mean, across: siblings, by: kind}}
                                      ^^^^ error not-scored: D has no scores: the parameter “by” of the imputation is missing, not readable or not for this
`,
    { codes: ['not-scored'], files: { 'demo.csv': 'code,b,c,d\nx,1,2,3\ny,3,,\n' } },
  );
});
