/** A leaf's steps before normalise, from the model to the plan: denominator, imputation, treatment; and their order. */
import type { Column } from '../../engine/column.ts';
import type { Denominator, LeafPlan, LeafStep, Transformation, Treatment, ValueSource } from '../../engine/leafPlan.ts';
import { usualSteps } from '../../engine/prepareLeaves.ts';
import { transformMethods } from '../../engine/treat/index.ts';
import type { Indicator } from '../../model/indicator.ts';
import type { IndicatorSystem } from '../../model/system.ts';
import type { BoundData } from '../bind/bind.ts';
import type { LeafCells } from '../bind/leaves.ts';
import { type Unscored, unscored } from '../unscored.ts';
import { compileImputation } from './imputation.ts';
import { compileScope } from './scope.ts';

export type Preparing = Pick<LeafPlan, 'denominator' | 'impute' | 'treat'>;

/** All columns of a leaf in the engine's input: its own, its denominator's, then those of its other periods. */
export function columnsOf({ columns, denominator, periods }: LeafCells): readonly Column[] {
  const others = periods?.others.flatMap(other => [
    ...other.columns,
    ...(other.denominator ? [other.denominator] : []),
  ]);
  return [...columns, ...(denominator ? [denominator.column] : []), ...(others ?? [])];
}

/** `sourceAt`: the leaf's source where its columns begin elsewhere. */
export function compilePreparation(
  indicator: Indicator,
  system: IndicatorSystem,
  data: BoundData,
  {
    cells,
    firstColumn,
    sourceAt,
  }: { cells: LeafCells; firstColumn: number; sourceAt: (column: number) => ValueSource },
): Preparing | Unscored {
  const factor = indicator.own.factor?.value ?? 1;
  if (!(factor > 0)) return unscored('method-parameter', indicator, 'factor');
  const denominatorAt = (column: number): Denominator => ({ column, factor });
  const impute = compileImputation(indicator, system, data, () =>
    seriesOf(cells, { firstColumn, sourceAt, denominatorAt }),
  );
  if (impute !== undefined && 'code' in impute) return impute;
  const treat = compileTreatment(indicator, system, data);
  if (treat !== undefined && 'code' in treat) return treat;
  return {
    ...(cells.denominator && { denominator: denominatorAt(firstColumn + cells.columns.length) }),
    ...(impute && { impute }),
    ...(treat && { treat }),
  };
}

interface Places {
  readonly firstColumn: number;
  readonly sourceAt: (column: number) => ValueSource;
  readonly denominatorAt: (column: number) => Denominator;
}

/** `undefined` where the data hold one period. */
function seriesOf({ columns, denominator, periods }: LeafCells, { firstColumn, sourceAt, denominatorAt }: Places) {
  if (periods === undefined) return undefined;
  let next = firstColumn + columns.length + (denominator ? 1 : 0);
  const others = periods.others.map(({ period, columns, denominator }) => {
    const first = next;
    next += columns.length + (denominator ? 1 : 0);
    const divisor = denominator && { denominator: denominatorAt(first + columns.length) };
    return { period, source: sourceAt(first), ...divisor };
  });
  return { period: periods.own, others };
}

/**
 * The leaf's own treatment or the inherited one. Values that the definition gives (grades, steps, checklists) are not
 * treated because of `defaults`: what looks like an outlier there is what the author wrote.
 */
function compileTreatment(
  indicator: Indicator,
  { defaults }: IndicatorSystem,
  data: BoundData,
): Treatment | Unscored | undefined {
  const { own } = indicator;
  const isGiven = own.categories !== undefined || own.steps !== undefined || own.checklist !== undefined;
  const written = own.treat ?? (isGiven ? undefined : defaults.treat);
  if (written === undefined || written.none) return undefined;
  const { winsorise, transform: method, mirrored, lambda, combine } = written;
  if (winsorise === undefined && method === undefined) return unscored('method-parameter', indicator, 'winsorise');
  if (method !== undefined && !isTransformation(method.value))
    return unscored('method-unknown', indicator, method.value);
  if (method?.value === 'box-cox' && lambda === undefined) return unscored('method-parameter', indicator, 'lambda');
  const name = method?.value as Transformation | undefined;
  const over = compileScope(written.over?.value, data, indicator);
  if ('code' in over) return over;
  const mirrors = name === 'log' && mirrored?.value !== false;
  return {
    skew: winsorise?.skew?.value ?? 2,
    kurtosis: winsorise?.kurtosis?.value ?? 3.5,
    ...(winsorise && { winsorise: { max: winsorise.max?.value ?? 5, force: winsorise.force?.value === true } }),
    ...(name && { transform: { method: name, mirrored: mirrors, ...(lambda && { lambda: lambda.value }) } }),
    combine: combine?.value === true,
    ...over,
  };
}

function isTransformation(name: string): name is Transformation {
  return Object.hasOwn(transformMethods, name);
}

/**
 * The order of the steps: as `pipeline` says, screening right after imputing unless it says where. A problem if a step
 * stands twice or is not one, if a step that leaves have is not there, or if normalise is not the last.
 */
export function compileSteps(
  { pipeline }: IndicatorSystem,
  leaves: readonly LeafPlan[],
): readonly LeafStep[] | Unscored | undefined {
  if (pipeline === undefined) return undefined;
  const written = pipeline.value;
  const wrong = written.find((step, position) => !isStep(step) || written.indexOf(step) < position);
  if (wrong !== undefined) return unscored('pipeline-step', undefined, wrong);
  if (written.at(-1) !== 'normalise') return unscored('pipeline-end', undefined);
  const needed: LeafStep[] = [
    ...(leaves.some(({ denominator }) => denominator !== undefined) ? (['denominate'] as const) : []),
    ...(leaves.some(({ impute }) => impute !== undefined) ? (['impute'] as const) : []),
    ...(leaves.some(({ treat }) => treat !== undefined) ? (['treat'] as const) : []),
  ];
  const absent = needed.find(step => !written.includes(step));
  if (absent !== undefined) return unscored('pipeline-lacks', undefined, absent);
  const steps = written as readonly LeafStep[];
  if (steps.includes('screen')) return steps;
  const screened = steps.indexOf('impute') + 1;
  return [...steps.slice(0, screened), 'screen', ...steps.slice(screened)];
}

function isStep(step: string): step is LeafStep {
  return (usualSteps as readonly string[]).includes(step);
}
