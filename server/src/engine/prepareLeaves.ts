/**
 * The leaves' steps from raw values to the values that are normalised: denominate, impute, treat, in the order of the
 * plan, each on what the step before it left; and who is eligible. Knows nothing of scores.
 */
import { type Column, codes, emptyColumn } from './column.ts';
import { denominateColumn } from './denominate.ts';
import { eligibleUnits } from './eligible.ts';
import type { LeafColumns } from './fitImputation.ts';
import { imputeColumn } from './imputeColumn.ts';
import type { Denominator, Imputation, LeafPlan, LeafStep, Treatment } from './leafPlan.ts';
import type { ImputeParams, TreatParams } from './params.ts';
import type { Input, NodePlan, Plan } from './plan.ts';
import type { Scores } from './scores.ts';
import { readSource } from './source.ts';
import { treatColumn } from './treatColumn.ts';

/** What a step needs to know: from these columns, from an earlier scoring, or `undefined`: not known yet. */
export interface PreparationLearner {
  imputation(node: number, impute: Imputation, columns: LeafColumns, eligible: Uint8Array): ImputeParams | undefined;
  treatment(node: number, treat: Treatment, column: Column, eligible: Uint8Array): TreatParams | undefined;
}

export type PreparedLeaves = Pick<Scores, 'raw' | 'prepared' | 'steps' | 'eligible'> & {
  /** By node index, where values may be filled: the reason that a filled value replaced, 0 where none was filled. */
  readonly imputed: (Uint8Array | undefined)[];
  /** Whether every step could be made; else the columns are those before the first that could not. */
  readonly isKnown: boolean;
};

export const usualSteps: readonly LeafStep[] = ['denominate', 'impute', 'screen', 'treat', 'normalise'];

export function prepareLeaves(plan: Plan, input: Input, raw: LeafColumns, learner: PreparationLearner): PreparedLeaves {
  if (!plan.nodes.some(isPrepared)) {
    return { raw, prepared: raw, steps: [], eligible: eligibleUnits(plan, raw), imputed: [], isKnown: true };
  }
  let columns = raw;
  let eligible: Uint8Array | undefined;
  const imputed: (Uint8Array | undefined)[] = [];
  const steps: { readonly step: LeafStep; readonly columns: LeafColumns }[] = [];
  const eligibleBy = (values: LeafColumns) => eligible ?? eligibleUnits(plan, values);
  for (const step of plan.steps ?? usualSteps) {
    if (step === 'screen') eligible = eligibleUnits(plan, columns);
    const made = stepColumns(step, { plan, input, learner, columns, eligible: () => eligibleBy(columns) });
    if (made === undefined)
      return { raw, prepared: columns, steps, eligible: eligibleBy(columns), imputed, isKnown: false };
    if (made.every(column => column === undefined)) continue;
    if (step === 'impute') noteFilled(imputed, columns, made);
    steps.push({ step, columns: made });
    columns = columns.map((column, node) => made[node] ?? column);
  }
  return { raw, prepared: columns, steps, eligible: eligibleBy(columns), imputed, isKnown: true };
}

function isPrepared(node: NodePlan): boolean {
  if (node.kind !== 'leaf') return false;
  return node.denominator !== undefined || node.impute !== undefined || node.treat !== undefined;
}

interface StepAround {
  readonly plan: Plan;
  readonly input: Input;
  readonly learner: PreparationLearner;
  readonly columns: LeafColumns;
  readonly eligible: () => Uint8Array;
}

/** The columns of the leaves that have the step, by node index; `undefined` if one of them is not known yet. */
function stepColumns(step: LeafStep, around: StepAround): LeafColumns | undefined {
  const { plan } = around;
  const make = stepOf(step);
  if (make === undefined) return [];
  const made = plan.nodes.map((node, index) => (node.kind === 'leaf' ? make(node, index, around) : undefined));
  return made.includes('unknown') ? undefined : (made as LeafColumns);
}

type MakeColumn = (leaf: LeafPlan, node: number, around: StepAround) => Column | 'unknown' | undefined;

function stepOf(step: LeafStep): MakeColumn | undefined {
  switch (step) {
    case 'denominate':
      return denominated;
    case 'impute':
      return filled;
    case 'treat':
      return treated;
    case 'screen':
    case 'normalise':
      return undefined;
  }
}

const denominated: MakeColumn = ({ denominator }, node, { input, columns }) =>
  denominator && divided(columns[node]!, denominator, input);

const filled: MakeColumn = ({ impute }, node, { plan, input, learner, columns, eligible }) => {
  if (impute === undefined) return undefined;
  const params = learner.imputation(node, impute, columns, eligible());
  if (params === undefined) return 'unknown';
  const column = emptyColumn(plan.nUnits);
  imputeColumn({ impute, params, node, nodes: plan.nodes }, columns, otherPeriods(impute, plan.nUnits, input), column);
  return column;
};

const treated: MakeColumn = ({ treat }, node, { plan, learner, columns, eligible }) => {
  if (treat === undefined) return undefined;
  const params = learner.treatment(node, treat, columns[node]!, eligible());
  if (params === undefined) return 'unknown';
  const column = emptyColumn(plan.nUnits);
  treatColumn(treat, params, columns[node]!, column);
  return column;
};

function divided(from: Column, { column, factor }: Denominator, input: Input): Column {
  const to = emptyColumn(from.values.length);
  denominateColumn(from, input.columns[column]!, factor, to);
  return to;
}

function otherPeriods(impute: Imputation, nUnits: number, input: Input): readonly Column[] {
  if (!('series' in impute)) return [];
  return impute.series.others.map(({ source, denominator }) => {
    const column = emptyColumn(nUnits);
    readSource(source, input, column);
    return denominator === undefined ? column : divided(column, denominator, input);
  });
}

function noteFilled(imputed: (Uint8Array | undefined)[], before: LeafColumns, after: LeafColumns): void {
  after.forEach((column, node) => {
    if (column === undefined) return;
    const states = before[node]!.states;
    imputed[node] = states.map((state, unit) => (column.states[unit] === codes.present ? state : 0));
  });
}
