/** Search and filters above the table. */
import type { RankingView } from '../../../../server/src/protocol/preview.ts';
import type { Strings } from './english.ts';
import { Exports } from './exports.tsx';
import type { Host } from './host.ts';
import { changedUnits } from './select.ts';
import { isFiltered, noFilters, type ViewState } from './viewState.ts';

interface FiltersProps {
  readonly ranking: RankingView;
  readonly view: ViewState;
  readonly nShown: number;
  readonly strings: Strings;
  readonly change: (part: Partial<ViewState>) => void;
  readonly exportTable: () => void;
  readonly host: Host;
}

export function Filters({ ranking, view, nShown, strings, change, exportTable, host }: FiltersProps) {
  const nChanged = ranking.baseline === 'changed' ? changedUnits(ranking) : 0;
  const chooseGroup = (system: string, group: string) => {
    const { [system]: _, ...others } = view.groups;
    change({ groups: group === '' ? others : { ...others, [system]: group } });
  };
  return (
    <search class="filters">
      <input
        type="search"
        placeholder={strings.search}
        aria-label={strings.search}
        value={view.search}
        onInput={event => change({ search: event.currentTarget.value })}
      />
      {ranking.groupSystems.map(({ id, name, groups }) => (
        <select
          key={id}
          aria-label={name}
          value={view.groups[id] ?? ''}
          onChange={event => chooseGroup(id, event.currentTarget.value)}
        >
          <option value="">{strings.everything(name)}</option>
          {groups.map(group => (
            <option key={group.name} value={group.name}>
              {group.name} ({group.count})
            </option>
          ))}
        </select>
      ))}
      {(nChanged > 0 || view.onlyChanged) && (
        <button
          type="button"
          class="chip"
          aria-pressed={view.onlyChanged}
          onClick={() => change({ onlyChanged: !view.onlyChanged })}
        >
          {strings.onlyChanged(nChanged)}
        </button>
      )}
      <button
        type="button"
        class="chip"
        aria-pressed={view.whatIf !== null}
        onClick={() => change({ whatIf: view.whatIf === null ? { parent: '', weights: {} } : null })}
      >
        {strings.whatIf}
      </button>
      {isFiltered(view) && (
        <>
          <span class="quiet" role="status">
            {strings.shown(nShown, ranking.units.length)}
          </span>
          <button type="button" class="link" onClick={() => change(noFilters)}>
            {strings.clear}
          </button>
        </>
      )}
      <Exports strings={strings} host={host} exportTable={exportTable} />
    </search>
  );
}
