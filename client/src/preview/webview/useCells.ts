/** The cells of the heat map that have come from the server, and the way to those that are in view. */
import { useMemo, useRef, useState } from 'preact/hooks';
import type { RankingView } from '../../../../server/src/protocol/preview.ts';
import type { CellsView } from '../../../../server/src/protocol/questions.ts';
import type { CellRange, HeatCell } from './charts/heat.ts';
import type { Host } from './host.ts';
import { useAnswer } from './useAnswer.ts';

interface Field {
  readonly units: readonly { readonly id: string }[];
  readonly columns: readonly { readonly id: string }[];
}

export type CellAt = (row: number, column: number) => HeatCell | undefined;

export interface Cells {
  readonly cellAt: CellAt;
  /** Another one when cells have come. */
  readonly version: unknown;
  /** Asks for the rows in view, with some more on both sides. */
  readonly show: (rows: CellRange) => void;
  /** Asks for all cells of some rows. */
  readonly all: (rows: Field['units']) => Promise<CellAt>;
}

/** So many rows on both sides come with those in view; the window moves by as many. */
const margin = 40;

export function useCells(host: Host, ranking: RankingView, { units, columns }: Field): Cells {
  const [rows, show] = useState<CellRange>({ first: 0, end: 0 });
  const known = useRef({ about: '', rows: new Map<string, CellsView['rows'][number]>() });
  const indicators = useMemo(() => columns.map(({ id }) => id), [columns]);
  const about = indicators.join(' ');
  const asked = useMemo(() => {
    const first = Math.max(0, Math.floor(rows.first / margin - 1) * margin);
    const end = Math.min(units.length, Math.ceil(rows.end / margin + 1) * margin);
    return { units: units.slice(first, end).map(({ id }) => id), indicators };
  }, [units, indicators, rows.first, rows.end]);
  const answer = useAnswer(host, 'cells', rows.end === 0 || indicators.length === 0 ? null : asked, ranking);
  // What came before stays until what is asked for anew has come: nothing flickers.
  if (known.current.about !== about) known.current = { about, rows: new Map() };
  if (answer != null && answer.indicators.join(' ') === about) {
    for (const row of answer.rows) known.current.rows.set(row.unit, row);
  }
  return {
    cellAt: cellsOf(units, known.current.rows),
    version: answer,
    show: next => {
      if (next.first !== rows.first || next.end !== rows.end) show(next);
    },
    all: async wanted => {
      const whole = await host.ask('cells', { units: wanted.map(({ id }) => id), indicators });
      return cellsOf(wanted, new Map((whole?.rows ?? []).map(row => [row.unit, row])));
    },
  };
}

function cellsOf(units: Field['units'], rows: ReadonlyMap<string, CellsView['rows'][number]>): CellAt {
  return (row, column) => {
    const found = rows.get(units[row]?.id ?? '');
    return found && { score: found.scores[column] ?? null, state: found.states[column] ?? 'm' };
  };
}
