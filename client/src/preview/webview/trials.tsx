/** Other methods that are tried side by side: which, what comes of them, and the way into the file. */
import { useMemo } from 'preact/hooks';
import type { RankingView } from '../../../../server/src/protocol/preview.ts';
import type { MethodsView, Trial, TriedRanking } from '../../../../server/src/protocol/questions.ts';
import type { Strings } from './english.ts';
import type { Host } from './host.ts';
import { useAnswer } from './useAnswer.ts';
import type { TrialKey, ViewState } from './viewState.ts';

export interface ShownTrial {
  readonly key: TrialKey;
  readonly name: string;
  /** null: it has not come yet, or cannot be tried. */
  readonly ranking: TriedRanking | null;
}

const most = 4;

export interface TrialsShown {
  readonly shown: readonly ShownTrial[];
  /** `undefined` until they are known. */
  readonly methods: MethodsView | undefined;
}

export function useTrials(host: Host, ranking: RankingView, view: ViewState): TrialsShown {
  const methods = useAnswer(host, 'weights', {}, ranking)?.methods;
  const keys = view.trials;
  const asked = useMemo(() => ({ trials: keys.map(trialOf) }), [keys]);
  const answer = useAnswer(host, 'side-by-side', keys.length === 0 ? null : asked, ranking);
  return useMemo(() => {
    const shown = keys.map((key, position) => ({
      key,
      name: methods === undefined ? idIn(key) : nameOf(methods, key),
      ranking: answer?.rankings[position] ?? null,
    }));
    return { shown, methods };
  }, [keys, answer, methods]);
}

export function trialOf(key: TrialKey): Trial {
  return key.startsWith('normalise:') ? { normalise: idIn(key) } : { aggregate: idIn(key) };
}

function idIn(key: TrialKey): string {
  return key.slice(key.indexOf(':') + 1);
}

function nameOf(methods: MethodsView, key: TrialKey): string {
  const known = key.startsWith('normalise:') ? methods.normalise : methods.aggregate;
  return known.find(({ id }) => id === idIn(key))?.name ?? idIn(key);
}

interface TrialsProps {
  readonly trials: TrialsShown;
  readonly view: ViewState;
  readonly change: (part: Partial<ViewState>) => void;
  readonly strings: Strings;
  readonly write: (key: TrialKey) => void;
}

export function Trials({ trials, view, change, strings, write }: TrialsProps) {
  const { methods, shown } = trials;
  const keys = view.trials;
  const free = (step: 'normalise' | 'aggregate') =>
    (methods?.[step] ?? []).filter(({ id, isWritten }) => !isWritten && !keys.includes(`${step}:${id}`));
  const without = (key: TrialKey) => change({ trials: keys.filter(each => each !== key) });
  return (
    <div class="trials">
      <select
        aria-label={strings.addTrial}
        value=""
        disabled={keys.length >= most}
        onChange={event => {
          const key = event.currentTarget.value as TrialKey;
          event.currentTarget.value = '';
          change({ trials: [...keys, key] });
        }}
      >
        <option value="">{strings.addTrial}</option>
        {(['aggregate', 'normalise'] as const).map(step => (
          <optgroup key={step} label={strings.steps[step]}>
            {free(step).map(({ id, name }) => (
              <option key={id} value={`${step}:${id}`}>
                {name}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      {shown.map(({ key, name }) => (
        <span key={key} class="trial">
          <span>{name}</span>
          <button
            type="button"
            class="link"
            aria-label={`${strings.writeBack}: ${name}`}
            onClick={() => {
              write(key);
              without(key);
            }}
          >
            {strings.writeBack}
          </button>
          <button type="button" class="link" aria-label={`${strings.remove}: ${name}`} onClick={() => without(key)}>
            ×
          </button>
        </span>
      ))}
    </div>
  );
}
