/**
 * Systems made of what is known: their indicators come from the framework when they are first asked for, unless only some
 * of them are to be looked at. All have one shape, so that every rule finds its way about in each of them alike.
 */
import type { Header } from './header.ts';
import type { Indicator } from './indicator.ts';
import type { Framework, IndicatorSystem } from './system.ts';

export function systemFrom(header: Header, framework: Framework): IndicatorSystem {
  return Object.assign(new Known(header, framework, undefined, undefined), header);
}

/** The system as if these indicators were all; `only`: they are the siblings under one parent. */
export function withIndicators(
  { header, framework, only: alreadyOnly }: IndicatorSystem,
  indicators: readonly Indicator[],
  only: IndicatorSystem['only'] = alreadyOnly,
): IndicatorSystem {
  return Object.assign(new Known(header, framework, indicators, only), header);
}

/** What is not said in the header. */
class Known implements Omit<IndicatorSystem, keyof Header> {
  constructor(
    readonly header: Header,
    readonly framework: Framework,
    private readonly some: readonly Indicator[] | undefined,
    readonly only: IndicatorSystem['only'],
  ) {}

  get node() {
    return this.framework.node;
  }

  get indicatorsEntry() {
    return this.framework.indicatorsEntry;
  }

  get top() {
    return this.framework.top;
  }

  get indicators() {
    return this.some ?? this.framework.all;
  }

  get byId() {
    return this.framework.byId;
  }
}
