/** From a leaf of the model to a leaf of the plan, or the reason why it cannot be scored. Replaces nothing silently. */
import type { LeafPlan, ValueSource } from '../../engine/leafPlan.ts';
import type { Header } from '../../model/header.ts';
import type { Indicator } from '../../model/indicator.ts';
import type { Method } from '../../model/method.ts';
import type { IndicatorSystem } from '../../model/system.ts';
import type { BoundData } from '../bind/bind.ts';
import type { LeafCells } from '../bind/leaves.ts';
import { type Unscored, unscored } from '../unscored.ts';
import { compileNormalise } from './normalise.ts';
import { compilePreparation } from './preparation.ts';

/** `firstColumn`: where the leaf's columns will stand in the engine's input. */
export function compileLeaf(
  indicator: Indicator,
  system: IndicatorSystem,
  data: BoundData,
  cells: LeafCells,
  firstColumn: number,
): LeafPlan | Unscored {
  const source = valueSource(indicator, cells, firstColumn);
  if ('code' in source) return source;
  const direction = directionOf(indicator, system);
  const normalise = compileNormalise({ indicator, method: methodOf(indicator, system), direction }, system, data);
  if ('code' in normalise) return normalise;
  const sourceAt = (column: number) => valueSource(indicator, cells, column) as ValueSource;
  const preparing = compilePreparation(indicator, system, data, { cells, firstColumn, sourceAt });
  if ('code' in preparing) return preparing;
  const missing = missingOf(indicator, system);
  return { kind: 'leaf', source, ...preparing, direction, normalise, ...(missing === undefined ? {} : { missing }) };
}

/** The method that applies: the leaf's own, the inherited one, or `none` where its values are given by the definition. */
export function methodOf({ own }: Indicator, system: Header): Method | 'none' | undefined {
  const hasValues = own.categories !== undefined || own.steps !== undefined || own.checklist !== undefined;
  return own.normalise ?? system.defaults.normalise ?? (hasValues ? 'none' : undefined);
}

export function directionOf({ own }: Indicator, { defaults }: IndicatorSystem): 'positive' | 'negative' {
  return own.direction?.value ?? defaults.direction?.value ?? 'positive';
}

function valueSource(indicator: Indicator, { columns }: LeafCells, column: number): ValueSource | Unscored {
  const { categories, steps, checklist } = indicator.own;
  if (checklist !== undefined) {
    const points = [...checklist.points.values()].map(({ value }) => value);
    return { kind: 'checklist', columns: columns.map((_, position) => column + position), points };
  }
  if (categories !== undefined) {
    return { kind: 'categories', column, values: [...categories.values.values()].map(({ value }) => value) };
  }
  if (steps === undefined) return { kind: 'column', column };
  const read = steps.steps.flatMap(({ atLeast, value }, position) => {
    const isLast = position === steps.steps.length - 1;
    if (value === undefined || (atLeast === undefined && !isLast)) return [];
    return atLeast === undefined ? { value: value.value } : { atLeast: atLeast.value, value: value.value };
  });
  return read.length < steps.steps.length || read.length === 0
    ? unscored('steps-unreadable', indicator)
    : { kind: 'steps', column, steps: read };
}

/**
 * A leaf's own word on a missing value; else a score that its parent or the defaults let stand in. Anything else is as
 * its parent says: `undefined`.
 */
function missingOf({ own, parent }: Indicator, { defaults, aggregate }: IndicatorSystem): LeafPlan['missing'] {
  const rule = own.missing?.value;
  if (rule === 'zero') return { score: 0 };
  if (rule !== undefined) return rule;
  const inherited = ((parent?.own ?? aggregate).missing ?? defaults.missing)?.value;
  return typeof inherited === 'object' ? inherited : undefined;
}
