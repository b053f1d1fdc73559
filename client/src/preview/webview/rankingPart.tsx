/** The ranking tab: tiers and filters above, the table, and what is known of the selected unit below. */
import { useMemo } from 'preact/hooks';
import type { RankingView } from '../../../../server/src/protocol/preview.ts';
import { gridColumns } from './columns.ts';
import { tableCsv } from './csv.ts';
import { Details } from './details.tsx';
import type { Strings } from './english.ts';
import { Filters } from './filters.tsx';
import { Grid } from './grid.tsx';
import type { Host } from './host.ts';
import { selectUnits } from './select.ts';
import { TierStrip } from './tiers.tsx';
import { type ColumnKey, sortedBy, type ViewState } from './viewState.ts';
import { Sliders, useWhatIf } from './whatIf.tsx';

interface RankingPartProps {
  /** Ids of the indicator at the editor's cursor, from level 1 down. */
  readonly cursor: readonly string[];
  readonly ranking: RankingView;
  readonly view: ViewState;
  readonly strings: Strings;
  readonly change: (part: Partial<ViewState>) => void;
  readonly host: Host;
}

export function RankingPart({ cursor, ranking, view, strings, change, host }: RankingPartProps) {
  const { sort, search, groups, tier, onlyChanged } = view;
  const whatIf = useWhatIf(host, ranking, view);
  const tried = whatIf?.ranking ?? null;
  const units = useMemo(
    () => selectUnits(ranking, view, strings.locale, tried),
    [ranking, sort, search, groups, tier, onlyChanged, strings, tried],
  );
  const columns = gridColumns(ranking, view, strings);
  const active = ranking.units.find(({ id }) => id === view.active?.unit);

  const exportTable = () =>
    host.post('save', {
      name: `${ranking.system.id || 'ranking'}.csv`,
      content: tableCsv(ranking, units, tried, strings),
    });
  const explain = (unit: string) => host.post('explain', { unit });
  const goTo = (unit: string | null, column: ColumnKey) => {
    if (column.startsWith('level:')) host.post('reveal', { kind: 'indicator', id: column.slice('level:'.length) });
    else if (unit !== null) host.post('reveal', { kind: 'unit', id: unit });
  };

  return (
    <>
      <TierStrip ranking={ranking} chosen={tier} strings={strings} choose={chosen => change({ tier: chosen })} />
      <Filters
        ranking={ranking}
        view={view}
        nShown={units.length}
        strings={strings}
        change={change}
        exportTable={exportTable}
        host={host}
      />
      {whatIf !== null && <Sliders whatIf={whatIf} change={change} strings={strings} host={host} />}
      <Grid
        tried={tried}
        cursor={cursor[0] ?? null}
        ranking={ranking}
        units={units}
        columns={columns}
        view={view}
        strings={strings}
        change={change}
        sortBy={column => change({ sort: sortedBy(view.sort, column) })}
        explain={explain}
        goTo={goTo}
      />
      {active !== undefined && (
        <Details
          ranking={ranking}
          unit={active}
          column={view.active?.column ?? 'unit'}
          view={view}
          change={change}
          host={host}
          strings={strings}
          explain={explain}
          goTo={goTo}
        />
      )}
    </>
  );
}
