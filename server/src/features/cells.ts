/** Scores of some units under some indicators, with how each came about: a window of the heat map. */
import type { CellState, CellsView } from '../protocol/questions.ts';
import { type Scoring, scoreOf } from '../scoring/score.ts';
import { stateOf } from './preview/unit.ts';
import { shownNumber } from './unitColumns.ts';

export interface CellsQuery {
  readonly units: readonly string[];
  readonly indicators: readonly string[];
}

/** Units and indicators that are not there are left out. */
export function cellsView(scoring: Scoring, { units, indicators }: CellsQuery): CellsView {
  const { data, system, compiled } = scoring;
  const unitAt = new Map(data.units.map(({ id, index }) => [id, index]));
  const columns = indicators.flatMap(id => system.byId.get(id)?.[0] ?? []);
  const rows = units.flatMap(id => {
    const unit = unitAt.get(id);
    if (unit === undefined) return [];
    const outcomes = columns.map(indicator => scoreOf(scoring, indicator, unit));
    const states = columns.map((indicator, column): CellState => {
      const node = compiled.nodeOf.get(indicator);
      if (node === undefined) return 'missing';
      const state = stateOf(scoring, node, unit);
      return state === 'present' && outcomes[column]!.kind !== 'number' ? 'missing' : state;
    });
    const scores = outcomes.map(outcome => (outcome.kind === 'number' ? shownNumber(outcome.value, 2) : null));
    return [{ unit: id, scores, states: states.map(state => letters[state]).join('') }];
  });
  return { indicators: columns.map(({ id }) => id), rows };
}

const letters: Readonly<Record<CellState, string>> = {
  present: 'p',
  missing: 'm',
  'not-applicable': 'n',
  imputed: 'i',
  given: 'g',
  truncated: 't',
  treated: 'o',
};
