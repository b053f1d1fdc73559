/** Scores a definition written in a test, with its data as CSV text, through the real layers. */
import { readTable } from '../../server/src/data/read.ts';
import { readSystem } from '../../server/src/model/read.ts';
import type { IndicatorSystem } from '../../server/src/model/system.ts';
import { type BoundData, bindData } from '../../server/src/scoring/bind/bind.ts';
import { type Scoring, scoreSystem } from '../../server/src/scoring/score.ts';
import { parse } from '../../server/src/syntax/parse.ts';

export function systemOf(definition: string): IndicatorSystem {
  return readSystem(parse(definition));
}

/** One text for each data source, in order; `undefined`: not available. */
export function bindTexts(system: IndicatorSystem, csvs: readonly (string | undefined)[]): BoundData {
  const tables = csvs.map(csv =>
    csv === undefined ? undefined : readTable(new TextEncoder().encode(csv), { format: 'csv', encoding: 'auto' }),
  );
  return bindData(system, tables);
}

export function scoreTexts(definition: string, ...csvs: readonly (string | undefined)[]): Scoring {
  const system = systemOf(definition);
  return scoreSystem(system, bindTexts(system, csvs));
}
