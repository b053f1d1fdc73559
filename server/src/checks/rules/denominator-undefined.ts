import { localText } from '../../base/locale.ts';
import { reasons } from '../../engine/column.ts';
import type { Indicator } from '../../model/indicator.ts';
import { type CellPosition, cellProblems, readBy } from '../cells.ts';
import type { DataContext, Rule } from '../rule.ts';
import { nameIn } from '../words.ts';

const definition =
  'indicatorSystem: 1\nunits: {id: code}\ndata: [{path: demo.csv}]\nindicators:\n  - {id: doctors, name: Doctors, denominator: people, factor: 1000, normalise: min-max}\n';

export const denominatorUndefined: Rule = {
  code: 'denominator-undefined',
  severity: 'warning',
  level: 'data',
  title: localText('A denominator that is missing or 0', '分母缺失或为 0'),
  why: localText(
    'Nothing can be divided by it: the unit has no value of the indicator, though its own cell is filled.',
    '无法以此作分母：尽管指标自身的单元格有值，该对象仍没有取值。',
  ),
  wrong: { definition, files: { 'demo.csv': 'code,doctors,people\na,5,900\nb,7,0\nc,9,1200\n' } },
  right: { definition, files: { 'demo.csv': 'code,doctors,people\na,5,900\nb,7,1000\nc,9,1200\n' } },
  *check(context) {
    yield* cellProblems(
      context,
      undefinedCells(context),
      ({ isZero, indicator }) => ({
        message: isZero
          ? localText(
              `a denominator of 0: ${nameIn(indicator, 'en')} has no value here`,
              `分母为 0，“${nameIn(indicator, 'zh-CN')}”在此没有取值`,
            )
          : localText(
              `the denominator is missing: ${nameIn(indicator, 'en')} has no value here`,
              `分母缺失，“${nameIn(indicator, 'zh-CN')}”在此没有取值`,
            ),
        related: readBy(indicator),
      }),
      localText('missing or 0, where a denominator is needed', '分母缺失或为 0'),
    );
  },
};

interface UndefinedCell extends CellPosition {
  readonly indicator: Indicator;
  readonly isZero: boolean;
}

function* undefinedCells({ scoring, data }: DataContext): Iterable<UndefinedCell> {
  const columns = scoring?.scores.steps.find(({ step }) => step === 'denominate')?.columns ?? [];
  for (const [indicator, node] of scoring?.compiled.nodeOf ?? []) {
    const place = data.leaves.get(indicator)?.denominator?.place;
    const states = columns[node]?.states;
    if (place === undefined || states === undefined) continue;
    const source = place.source.index;
    for (const { index } of data.units) {
      const reason = reasons[states[index]!];
      const row = data.rows[source]?.[index] ?? -1;
      if (row < 0 || (reason !== 'denominator-missing' && reason !== 'denominator-zero')) continue;
      yield { source, row, column: place.column, indicator, isZero: reason === 'denominator-zero' };
    }
  }
}
