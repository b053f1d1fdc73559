/**
 * What an edition learned from its data, for the next one to keep (`parameters: frozen`): the numbers of an indicator's
 * normalisation, or of an aggregate's standardisation, by the indicator's id.
 */
import type { Method } from '../model/method.ts';
import type { IndicatorSystem } from '../model/system.ts';
import type { EarlierNumbers } from './earlierNumbers.ts';
import type { Scoring } from './score.ts';

export function numbersOf({ system, compiled, params }: Scoring): EarlierNumbers {
  return indicator => {
    const same = indicator && system.byId.get(indicator.id)?.[0];
    const index = compiled.plan.nodes.length - 1;
    const node = same === undefined ? (indicator === undefined ? index : undefined) : compiled.nodeOf.get(same);
    const plan = node === undefined ? undefined : compiled.plan.nodes[node];
    if (node === undefined || plan === undefined) return undefined;
    const method = plan.kind === 'leaf' ? plan.normalise.method : plan.standardise?.method;
    const numbers = plan.kind === 'leaf' ? params.leaves[node] : params.aggregates[node]?.standardised;
    return method && numbers && { method, numbers };
  };
}

/** Whether the definition takes numbers from the edition before. */
export function keepsEarlierNumbers({ defaults, indicators, aggregate }: IndicatorSystem): boolean {
  const methods: readonly (Method | undefined)[] = [
    defaults.normalise,
    aggregate.standardise,
    ...indicators.flatMap(({ own }) => [own.normalise, own.standardise]),
  ];
  return methods.some(method => method?.asBefore !== undefined);
}
