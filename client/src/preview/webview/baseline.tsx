/** What the ranking is compared with: its name, and the way to another. */
import type { BaselineChoice } from '../../../../server/src/protocol/base.ts';
import type { RankingView } from '../../../../server/src/protocol/preview.ts';
import type { Strings } from './english.ts';
import type { Host } from './host.ts';
import type { ViewState } from './viewState.ts';

export function baselineName(choice: BaselineChoice, { baselineName: own }: RankingView, strings: Strings): string {
  if (choice.kind === 'file' && own !== null) return own;
  return strings.baselines[choice.kind];
}

interface BaselineSelectProps {
  readonly ranking: RankingView;
  readonly view: ViewState;
  readonly change: (part: Partial<ViewState>) => void;
  readonly strings: Strings;
  readonly host: Host;
}

export function BaselineSelect({ ranking, view, change, strings, host }: BaselineSelectProps) {
  const { baseline } = view;
  const choices: readonly BaselineChoice[] = [
    { kind: 'saved' },
    { kind: 'commit', revision: 'HEAD' },
    ...(ranking.hasPrevious || baseline.kind === 'previous' ? [{ kind: 'previous' } as const] : []),
    ...(baseline.kind === 'file' ? [baseline] : []),
    { kind: 'none' },
  ];
  const choose = (select: HTMLSelectElement) => {
    const choice = choices[Number(select.value)];
    if (choice !== undefined) return change({ baseline: choice });
    select.value = String(choices.findIndex(({ kind }) => kind === baseline.kind));
    host.post('choose-baseline', {});
  };
  return (
    <label class="baseline">
      <span class="quiet">{strings.comparedWith}</span>
      <select
        value={String(choices.findIndex(({ kind }) => kind === baseline.kind))}
        onChange={event => choose(event.currentTarget)}
      >
        {choices.map((choice, position) => (
          <option key={choice.kind} value={String(position)}>
            {baselineName(choice, ranking, strings)}
          </option>
        ))}
        <option value="file">{strings.anotherFile}</option>
      </select>
    </label>
  );
}
