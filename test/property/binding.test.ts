/** Whatever is edited, what was kept of an earlier reading of the data gives what a fresh session reads. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reportOf } from '../../server/src/scoring/report/report.ts';
import type { Workspace } from '../../server/src/workspace/workspace.ts';
import { inMemory, load, uriOf } from '../support/memory.ts';

/** Places of a definition and its data where one of several texts stands. */
const choices = {
  title: ['X', 'Y'],
  edition: ['2023', '2024', '2025'],
  missing: ['', ", missing: ['', 0]", ', missing: [NA], notApplicable: [0]'],
  unitKey: ['code', 'kind'],
  order: ['', ', order: {column: a}', ', order: [u3, u1]'],
  values: ['', ', values: [x, y]'],
  separator: ['', ", separator: '-'"],
  applies: ['', ', appliesTo: {kind: x}', ', appliesTo: {kind: [x, z]}', ', appliesTo: {size: s}'],
  appliesAbove: ['', '    appliesTo: {kind: [x, y]}\n'],
  weight: ['1', '2', '30'],
  column: ['a', 'b', 'd', 'nowhere'],
  from: ['', ', from: main', ', from: other', ', from: none'],
  denominator: ['', ', denominator: d', ', denominator: a, factor: 100', ', denominator: nowhere'],
  impute: ['', ', impute: latest', ', impute: linear'],
  grades: ['{A: 100, B: 0}', '{B: 0, A: 100}', '{a: 50}', '{A: 90, B: 10, "7": 3}'],
  checklist: ['{c: 50, d: 50}', '{d: 100}'],
  adjustment: [
    '{id: v, kind: veto, column: g, equals: A, then: {tier: II}}',
    '{id: v, kind: veto, column: c, then: {tier: II}}',
    '{id: v, kind: deduction, column: a, points: 1}',
  ],
  data: [
    'code,year,kind,size,a,b,c,g\nu1,2024,x,s,1,7,yes,A\nu2,2024,y,s,x,0,no,B\nu3,2024,x-z,t,NA,5,,a\nu1,2023,x,s,4,1,no,7\n',
    'code,year,kind,size,a,b,c,g\nu1,2024,x,s,1,7,yes,A\nu2,2024,z,t,2,0,no,B\nu3,2024,x-z,t,0,,maybe,A\nu3,2023,y,s,4,1,no,B\n',
    'code,year,kind,size,b,a,c\nu2,2024,x,s,1,7,yes\nu1,2024,z,t,2,0,no\n',
  ],
  long: ['name: what, value: n\nu1,d,1\nu2,d,0\nu3,d,5', 'name: what, value: n\nu2,d,1\nu9,a,0\nu2,d,5'],
} as const;

type Chosen = { readonly [Name in keyof typeof choices]: (typeof choices)[Name][number] };

function filesOf(chosen: Chosen) {
  const { title, edition, missing, unitKey, order, values, separator, applies, appliesAbove, weight } = chosen;
  const definition = `indicatorSystem: 1
id: x
title: ${title}
edition: ${edition}
weights: relative
units: {id: ${unitKey}, groups: {kind: {column: kind${values}${separator}}, size: {column: size}}${order}}
data:
  - {id: main, path: main.csv, period: {column: year}${missing}}
  - {id: other, path: other.csv, long: {indicator: what, value: n}}
defaults: {normalise: {method: min-max}}
indicators:
  - id: top
    weight: 3
${appliesAbove}    indicators:
      - {id: one, weight: ${weight}, column: ${chosen.column}${chosen.from}${applies}${chosen.denominator}${chosen.impute}}
      - {id: b, weight: 1${applies}${chosen.impute}}
  - {id: g, weight: 1, categories: ${chosen.grades}}
  - {id: list, weight: 1, checklist: ${chosen.checklist}}
adjustments: [${chosen.adjustment}]
tiers: [{name: I, atLeast: 50}, {name: II}]
`;
  const [, ...rows] = chosen.long.split('\n');
  return {
    'x.indicators.yaml': definition,
    'main.csv': chosen.data,
    'other.csv': ['code,what,n', ...rows].join('\n'),
  };
}

function answersOf(workspace: Workspace, file: string) {
  const { leaves, adjustments, problems, unresolved, units, rows, otherPeriods } = workspace.data(file);
  const scoring = workspace.scoring(file);
  return {
    leaves: [...leaves].map(([{ id }, { columns, denominator, periods }]) => [
      id,
      columns,
      denominator?.column,
      periods,
    ]),
    problems: problems.map(problem => ({ ...problem, indicator: problem.indicator?.id })),
    unresolved: unresolved.map(({ use, name, indicator, source }) => [use, name, indicator?.id, source]),
    ...{ adjustments, units, rows, otherPeriods },
    report: scoring && reportOf(scoring, { locale: 'en', findings: [] }),
    findings: workspace.findings(file),
  };
}

const anyEdit = fc.oneof(
  ...Object.entries(choices).map(([name, texts]) => fc.constantFrom(...texts.map(text => ({ [name]: text })))),
) as fc.Arbitrary<Partial<Chosen>>;
const first = Object.fromEntries(Object.entries(choices).map(([name, [text]]) => [name, text])) as Chosen;

test('what is kept of an earlier reading of the data gives what a fresh session reads', () => {
  fc.assert(
    fc.property(fc.array(anyEdit, { minLength: 2, maxLength: 12 }), edits => {
      const { workspace, file } = inMemory(filesOf(first));
      answersOf(workspace, file);
      let chosen = first;
      for (const edit of edits) {
        const before = filesOf(chosen);
        chosen = { ...chosen, ...edit };
        const files = filesOf(chosen);
        workspace.openDefinition(file, files['x.indicators.yaml']);
        for (const name of ['main.csv', 'other.csv'] as const) {
          if (files[name] !== before[name]) workspace.setDataFile(uriOf(name), undefined);
        }
        load(workspace, file, files);
        const cold = inMemory(files);
        expect(answersOf(workspace, file)).toEqual(answersOf(cold.workspace, cold.file));
      }
    }),
    { numRuns: 60 },
  );
});
