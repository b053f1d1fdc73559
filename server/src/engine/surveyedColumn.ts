/** A column of numbers with what may be asked of all of them together, found when it is first asked for. Knows no method. */
import type { Column } from './column.ts';
import { ascendingOrder, type Order } from './order.ts';
import { type Survey, surveyOf } from './survey.ts';

/** A class, since objects of one are made many times as fast as objects with functions of their own. */
export class SurveyedColumn {
  readonly raw: Column;
  #survey: Survey | undefined;
  #order: Order | undefined;

  constructor(raw: Column, survey?: Survey) {
    this.raw = raw;
    this.#survey = survey;
  }

  survey(): Survey {
    this.#survey ??= surveyOf(this.raw);
    return this.#survey;
  }

  /** The units in the order of their values. */
  order(): Order {
    this.#order ??= ascendingOrder(this.raw);
    return this.#order;
  }
}
