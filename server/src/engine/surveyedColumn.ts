/**
 * A column of numbers that remembers what is asked of all of them together, from when it is first asked for. Its numbers
 * never change, so what was read of a data file need not be looked through at each scoring. Knows no method.
 */
import type { Column } from './column.ts';
import { kernelsFor } from './kernels/choice.ts';
import type { Kernels, Lodging } from './kernels/kernels.ts';
import { copyWithGaps } from './run.ts';
import { RunOrder } from './runOrder.ts';
import { type Survey, surveyOf } from './survey.ts';

interface Lodged {
  readonly lodging: Lodging;
  readonly era: number;
  readonly at: number;
}

/** A class, since objects of one are made many times as fast as objects with functions of their own. */
export class SurveyedColumn implements Column {
  readonly values: Float64Array;
  readonly states: Uint8Array;
  #survey: Survey | undefined;
  #lodged: Lodged | undefined;
  #order: RunOrder | undefined;

  constructor({ values, states }: Column) {
    this.values = values;
    this.states = states;
  }

  survey(): Survey {
    this.#survey ??= surveyOf(this);
    return this.#survey;
  }

  get isSurveyed(): boolean {
    return this.#survey !== undefined;
  }

  /** Has the values lie in the memory of the kernels, NaN where there is none. */
  lodge(kernels: Kernels, lodging: Lodging): void {
    const { length } = this.states;
    const at = lodging.take(roomFor(length));
    if (this.#survey === undefined) this.#survey = surveyOf(this, { kernels, at });
    else copyWithGaps(this.values, this.#survey.gaps, 0, length, kernels.memory(0), at);
    this.#lodged = { lodging, era: lodging.era, at };
  }

  /** Where they lie; `undefined` where they do not, or do not any more. */
  placeIn(lodging: Lodging | undefined): number | undefined {
    const lodged = this.#lodged;
    return lodged !== undefined && lodged.lodging === lodging && lodged.era === lodging.era ? lodged.at : undefined;
  }

  /** The units in the order of their values. */
  order(): RunOrder {
    this.#order ??= new RunOrder(this, this.survey());
    return this.#order;
  }
}

/** The column itself where it is one. */
export function surveyed(column: Column): SurveyedColumn {
  return column instanceof SurveyedColumn ? column : new SurveyedColumn(column);
}

/**
 * Has the columns of one table lie in the memory of the kernels, if they can, so that they need not be copied there each
 * time that they are scored. They stay until another table is scored, or the room is needed. Many that were not looked at
 * before may never be scored again.
 */
export function lodge(columns: readonly (SurveyedColumn | undefined)[]): void {
  const kernels = kernelsFor(0);
  const { lodging } = kernels;
  if (lodging === undefined) return;
  let room = 0;
  let roomOfStrangers = 0;
  let areSurveyed = true;
  for (const column of columns) {
    if (column === undefined) continue;
    if (!column.isSurveyed) areSurveyed = false;
    room += roomFor(column.states.length);
    if (column.placeIn(lodging) === undefined) roomOfStrangers += roomFor(column.states.length);
  }
  if (roomOfStrangers === 0 || room > (areSurveyed ? lodging.size : mostAtFirst)) return;
  if (roomOfStrangers === room || roomOfStrangers > lodging.free) lodging.clear();
  for (const column of columns) {
    if (column !== undefined && column.placeIn(lodging) === undefined) column.lodge(kernels, lodging);
  }
}

/** 1 MB: less lies in near memory from when it is looked at until it is scored. */
const mostAtFirst = 2 ** 17;

/** An even number, and one number more at least. */
function roomFor(nUnits: number): number {
  return (nUnits + 2) & ~1;
}
