/**
 * Systems made of what is known: their indicators come from the framework when they are first asked for, unless only some
 * of them are to be looked at. All have one shape, so that every rule finds its way about in each of them alike.
 */
import type { Indicator } from './indicator.ts';
import type { IndicatorSystem } from './system.ts';

type FromFramework = 'node' | 'indicatorsEntry' | 'top' | 'indicators' | 'byId';

export function systemFrom(known: Omit<IndicatorSystem, FromFramework>): IndicatorSystem {
  return Object.setPrototypeOf({ ...known }, fromFramework);
}

/** The system as if these indicators were all; `only`: they are the siblings under one parent. */
export function withIndicators(
  system: IndicatorSystem,
  indicators: readonly Indicator[],
  only: IndicatorSystem['only'] = system.only,
): IndicatorSystem {
  return Object.setPrototypeOf({ ...system, indicators, only }, fromFramework);
}

const fromFramework: Pick<IndicatorSystem, FromFramework> & ThisType<IndicatorSystem> = {
  get node() {
    return this.framework.node;
  },
  get indicatorsEntry() {
    return this.framework.indicatorsEntry;
  },
  get top() {
    return this.framework.top;
  },
  get indicators() {
    return this.framework.all;
  },
  get byId() {
    return this.framework.byId;
  },
};
