import { type LocalText, localText } from '../../base/locale.ts';
import { type Reason, reasons } from '../../engine/column.ts';
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
  title: localText('A denominator that is missing, 0 or negative', '分母缺失、为 0 或为负'),
  why: localText(
    'Nothing can be divided by a denominator that is missing or 0: the unit has no value of the indicator, though its own cell is filled. By a negative one among others the ratio turns round: more becomes less.',
    '分母缺失或为 0 时无法相除：尽管指标自身的单元格有值，该对象仍没有取值。个别分母为负时比值反号，多变成少。',
  ),
  wrong: { definition, files: { 'demo.csv': 'code,doctors,people\na,5,900\nb,7,0\nc,9,1200\n' } },
  right: { definition, files: { 'demo.csv': 'code,doctors,people\na,5,900\nb,7,1000\nc,9,1200\n' } },
  *check(context) {
    yield* cellProblems(
      context,
      undefinedCells(context),
      ({ fault, indicator }) => ({
        message: messages[fault](nameIn(indicator, 'en'), nameIn(indicator, 'zh-CN')),
        related: readBy(indicator),
      }),
      localText('missing, 0 or negative, where a denominator is needed', '分母缺失、为 0 或为负'),
    );
  },
};

interface UndefinedCell extends CellPosition {
  readonly indicator: Indicator;
  readonly fault: Fault;
}

type Fault = 'zero' | 'missing' | 'filled' | 'negative';

const messages: Readonly<Record<Fault, (en: string, zh: string) => LocalText>> = {
  zero: (en, zh) => localText(`a denominator of 0: ${en} has no value here`, `分母为 0，“${zh}”在此没有取值`),
  missing: (en, zh) =>
    localText(`the denominator is missing: ${en} has no value here`, `分母缺失，“${zh}”在此没有取值`),
  filled: (en, zh) => localText(`the denominator is missing: ${en} is imputed here`, `分母缺失，“${zh}”在此为插补值`),
  negative: (en, zh) =>
    localText(`a negative denominator: the ratio of ${en} turns round here`, `分母为负，“${zh}”的比值在此反号`),
};

const faults: ReadonlyMap<Reason, Fault> = new Map([
  ['denominator-missing', 'missing'],
  ['denominator-zero', 'zero'],
]);

function* undefinedCells({ scoring, data }: DataContext): Iterable<UndefinedCell> {
  const columns = scoring?.scores.steps.find(({ step }) => step === 'denominate')?.columns ?? [];
  for (const [indicator, node] of scoring?.compiled.nodeOf ?? []) {
    const denominator = data.leaves.get(indicator)?.denominator;
    const states = columns[node]?.states;
    if (denominator === undefined || states === undefined) continue;
    const { place, column } = denominator;
    const isAnyPositive = column.values.some((value, unit) => column.states[unit] === 0 && value > 0);
    const source = place.source.index;
    for (const { index } of data.units) {
      const row = data.rows[source]?.[index] ?? -1;
      const isNegative = isAnyPositive && states[index] === 0 && column.values[index]! < 0;
      const found = isNegative ? 'negative' : faults.get(reasons[states[index]!]!);
      const isFilled = found === 'missing' && scoring!.scores.prepared[node]?.states[index] === 0;
      const fault = isFilled ? 'filled' : found;
      if (row >= 0 && fault !== undefined) yield { source, row, column: place.column, indicator, fault };
    }
  }
}
