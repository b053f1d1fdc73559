/**
 * A column of numbers that remembers what is asked of all of them together, from when it is first asked for. Its numbers
 * never change, so what was read of a data file need not be looked through at each scoring. Knows no method.
 */
import type { Column } from './column.ts';
import { RunOrder } from './runOrder.ts';
import { type Survey, surveyOf } from './survey.ts';

/** A class, since objects of one are made many times as fast as objects with functions of their own. */
export class SurveyedColumn implements Column {
  readonly values: Float64Array;
  readonly states: Uint8Array;
  #survey: Survey | undefined;
  #order: RunOrder | undefined;

  constructor({ values, states }: Column) {
    this.values = values;
    this.states = states;
  }

  survey(): Survey {
    this.#survey ??= surveyOf(this);
    return this.#survey;
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
