/** Weights that are tried: sliders for one level, the ranking beside the present one, and the way back into the file. */
import { useMemo } from 'preact/hooks';
import type { RankingView } from '../../../../server/src/protocol/preview.ts';
import type { TriedRanking, WeightLevel } from '../../../../server/src/protocol/questions.ts';
import type { Strings } from './english.ts';
import type { Host } from './host.ts';
import { rebalanced, textOf, triedWeights, weightsIn } from './rebalance.ts';
import { useAnswer } from './useAnswer.ts';
import type { ViewState } from './viewState.ts';

export interface WhatIf {
  readonly levels: readonly WeightLevel[];
  readonly level: WeightLevel | undefined;
  readonly weights: readonly number[];
  readonly isChanged: boolean;
  /** null: nothing is tried, or it cannot be scored. */
  readonly ranking: TriedRanking | null;
}

/** What is tried, and what comes of it; null where the sliders are closed. */
export function useWhatIf(host: Host, ranking: RankingView, view: ViewState): WhatIf | null {
  const { whatIf } = view;
  const levels = useAnswer(host, 'weights', whatIf === null ? null : {}, ranking)?.levels;
  const chosen = levels?.find(({ parent }) => (parent ?? '') === whatIf?.parent) ?? levels?.[0];
  const level = whatIf === null ? undefined : chosen;
  const weights = level === undefined || whatIf === null ? [] : weightsIn(level, whatIf.weights);
  const tried = level === undefined ? { weights: {} } : triedWeights(level, weights);
  const isChanged = Object.keys(tried.weights ?? {}).length > 0;
  const answer = useAnswer(host, 'what-if', isChanged ? tried : null, ranking);
  return useMemo(
    () =>
      whatIf === null || levels === undefined
        ? null
        : { levels, level, weights, isChanged, ranking: isChanged ? (answer ?? null) : null },
    [whatIf, levels, answer, isChanged],
  );
}

interface SlidersProps {
  readonly whatIf: WhatIf;
  readonly change: (part: Partial<ViewState>) => void;
  readonly strings: Strings;
  readonly host: Host;
}

export function Sliders({ whatIf, change, strings, host }: SlidersProps) {
  const { levels, level, weights, isChanged } = whatIf;
  if (level === undefined) return <p class="what-if quiet">{strings.nothingToTry}</p>;
  const parent = level.parent ?? '';
  const draw = (index: number, value: number) => {
    const drawn = rebalanced(level, weights, index, value);
    const byId = Object.fromEntries(level.members.map(({ id }, position) => [id, drawn[position]!]));
    change({ whatIf: { parent, weights: byId } });
  };
  const write = () => {
    host.post('write', triedWeights(level, weights));
    change({ whatIf: { parent, weights: {} } });
  };
  return (
    <section class="what-if" aria-label={strings.whatIf}>
      <div class="what-if-head">
        <select
          aria-label={strings.levelToTry}
          value={parent}
          onChange={event => change({ whatIf: { parent: event.currentTarget.value, weights: {} } })}
        >
          {levels.map(each => (
            <option key={each.parent} value={each.parent ?? ''}>
              {each.name}
            </option>
          ))}
        </select>
        <span class="quiet">{strings.sumStays(textOf(level.whole, level.step))}</span>
        <span class="ways">
          <button type="button" class="button" disabled={!isChanged} onClick={write}>
            {strings.writeBack}
          </button>
          <button
            type="button"
            class="button"
            disabled={!isChanged}
            onClick={() => change({ whatIf: { parent, weights: {} } })}
          >
            {strings.reset}
          </button>
          <button type="button" class="button" onClick={() => change({ whatIf: null })}>
            {strings.close}
          </button>
        </span>
      </div>
      <div class="sliders">
        {level.members.map(({ id, name, weight }, index) => (
          <label key={id} class="slider">
            <span class="slider-name" title={name}>
              {name}
            </span>
            <input
              type="range"
              min={0}
              max={level.whole}
              step={level.step}
              value={weights[index]}
              onInput={event => draw(index, Number(event.currentTarget.value))}
            />
            <output class={weights[index] === weight ? 'quiet' : ''}>
              {textOf(weights[index]!, level.step)}
              {weights[index] !== weight && <del>{textOf(weight, level.step)}</del>}
            </output>
          </label>
        ))}
      </div>
    </section>
  );
}
