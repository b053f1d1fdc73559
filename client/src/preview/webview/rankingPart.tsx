/** The ranking tab: tiers and filters above, the table, and what is known of the selected unit below. */
import { useMemo } from 'preact/hooks';
import { gridColumns } from './columns.ts';
import { tableCsv } from './csv.ts';
import { Details } from './details.tsx';
import { Filters } from './filters.tsx';
import { Grid } from './grid.tsx';
import { type PartProps, useAsked } from './partProps.ts';
import { selectUnits } from './select.ts';
import { useSame } from './steady.ts';
import { TierStrip } from './tiers.tsx';
import { type ColumnKey, sortedBy } from './viewState.ts';
import { Sliders, useWhatIf } from './whatIf.tsx';

export function RankingPart({ cursor, ranking, view, strings, change, host, asked }: PartProps) {
  const { sort, search, groups, tier, onlyChanged } = view;
  const whatIf = useWhatIf(host, ranking, view);
  const tried = whatIf?.ranking ?? null;
  const units = useMemo(
    () => selectUnits(ranking, view, strings.locale, tried),
    [ranking, sort, search, groups, tier, onlyChanged, strings, tried],
  );
  const columns = useSame(gridColumns(ranking, view, strings));
  const active = ranking.units.find(({ id }) => id === view.active?.unit);

  const exportTable = () =>
    host.post('save', {
      name: `${[ranking.system.id, 'ranking'].filter(Boolean).join('-')}.csv`, // not that of the data
      content: tableCsv(ranking, units, tried, strings),
    });
  useAsked(asked, exportTable);
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
        sortBy={column => change({ sort: sortedBy(view.sort, column, ranking) })}
        explain={explain}
        goTo={goTo}
      />
      {active !== undefined && (
        <Details
          ranking={ranking}
          unit={active}
          column={view.active?.column ?? 'unit'}
          cursor={cursor}
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
