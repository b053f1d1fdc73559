/** The heat map tab: units by indicators, by score or by what is missing; only what is in view is asked for and drawn. */
import { useMemo } from 'preact/hooks';
import type { RankingView } from '../../../../server/src/protocol/preview.ts';
import { titled } from './charts/drawing.ts';
import { type HeatData, heatDrawing, heatSizes, wholeWindow } from './charts/heat.ts';
import type { Strings } from './english.ts';
import { absent, formatScore } from './format.ts';
import { HeatField } from './heatField.tsx';
import type { PartProps } from './partProps.ts';
import { PictureButtons } from './pictureButtons.tsx';
import { selectUnits } from './select.ts';
import { useAnswer } from './useAnswer.ts';
import { useCells } from './useCells.ts';
import { isFiltered, type ViewState } from './viewState.ts';

/** A picture of more cells than this is of the first units only. */
const mostInPicture = 30_000;
const states = ['p', 'm', 'n', 'i', 'g', 't', 'o'] as const;

export function HeatPart({ cursor, ranking, view, strings, change, host, asked }: PartProps) {
  const indicators = useAnswer(host, 'weights', {}, ranking)?.indicators;
  const { heat } = view;
  const columns = useMemo(
    () =>
      (indicators ?? [])
        .filter(({ depth, isLeaf }) => (heat.depth === null ? isLeaf : depth === heat.depth))
        .map(({ id, name }) => ({ id, name, isStrong: cursor.includes(id) })),
    [indicators, heat.depth, cursor],
  );
  const units = useMemo(
    () => selectUnits(ranking, view, strings.locale),
    [ranking, view.sort, view.search, view.groups, view.tier, view.onlyChanged, strings],
  );
  const cells = useCells(host, ranking, { units, columns });
  const row = units.findIndex(({ id }) => id === heat.unit);
  const column = columns.findIndex(({ id }) => id === heat.indicator);
  const active = row >= 0 && column >= 0 ? { row, column } : null;
  const sizes = heatSizes[heat.size];
  const data: HeatData = { rows: units, columns, cellAt: cells.cellAt, scale: ranking.scale, mode: heat.mode, active };
  const nDepths = 1 + Math.max(0, ...(indicators ?? []).map(({ depth }) => depth));
  const set = (part: Partial<ViewState['heat']>) => change({ heat: { ...heat, ...part } });
  const { id, title, edition } = ranking.system;

  const draw = async () => {
    const rows = units.slice(0, Math.max(1, Math.floor(mostInPicture / Math.max(1, columns.length))));
    const cellAt = await cells.all(rows);
    const whole: HeatData = { ...data, rows, cellAt, active: null };
    const name = [title, edition].filter(Boolean).join(' ');
    return titled(
      heatDrawing(whole, heatSizes.large, wholeWindow(whole, heatSizes.large)),
      name,
      strings.heatModes[heat.mode],
    );
  };

  return (
    <div class="heat-part">
      <div class="bar-of-ways">
        <div class="trials">
          <fieldset class="switch" aria-label={strings.heatMode}>
            {(['score', 'state'] as const).map(mode => (
              <button
                type="button"
                key={mode}
                class="button"
                aria-pressed={heat.mode === mode}
                onClick={() => set({ mode })}
              >
                {strings.heatModes[mode]}
              </button>
            ))}
          </fieldset>
          <select
            aria-label={strings.heatColumns}
            value={heat.depth ?? ''}
            onChange={({ currentTarget: { value } }) => set({ depth: value === '' ? null : Number(value) })}
          >
            {Array.from({ length: nDepths - 1 }, (_, depth) => (
              <option key={depth} value={depth}>
                {strings.heatLevel(depth + 1)}
              </option>
            ))}
            <option value="">{strings.heatLeaves}</option>
          </select>
          <fieldset class="switch" aria-label={strings.heatSize}>
            {(['large', 'small'] as const).map(size => (
              <button
                type="button"
                key={size}
                class="button"
                aria-pressed={heat.size === size}
                onClick={() => set({ size })}
              >
                {strings.heatSizes[size]}
              </button>
            ))}
          </fieldset>
        </div>
        <span class="ways">
          <PictureButtons
            host={host}
            strings={strings}
            asked={columns.length > 0 ? asked : null}
            name={`${id || 'ranking'}-heat-map`}
            draw={draw}
          />
        </span>
      </div>
      <Legend ranking={ranking} mode={heat.mode} strings={strings} />
      <HeatField
        data={data}
        sizes={sizes}
        version={cells.version}
        label={strings.heatLabel(units.length, columns.length)}
        show={cells.show}
        choose={place => set({ unit: units[place.row]!.id, indicator: columns[place.column]!.id })}
        open={() => active !== null && host.post('reveal', { kind: 'indicator', id: columns[active.column]!.id })}
      />
      <aside class="details" aria-label={strings.heatCell}>
        <div class="summary">
          <div class="facts" aria-live="polite">
            {active === null ? (
              <span>{strings.heatHint}</span>
            ) : (
              <>
                <strong>{units[active.row]!.name}</strong>
                <span>{columns[active.column]!.name}</span>
                <CellFacts data={data} ranking={ranking} strings={strings} />
              </>
            )}
            {isFiltered(view) && <span class="quiet">{strings.shown(units.length, ranking.units.length)}</span>}
          </div>
          {active !== null && (
            <div class="ways">
              <button
                type="button"
                class="button"
                onClick={() => host.post('reveal', { kind: 'unit', id: units[active.row]!.id })}
              >
                {strings.showData}
              </button>
              <button
                type="button"
                class="button"
                onClick={() => host.post('reveal', { kind: 'indicator', id: columns[active.column]!.id })}
              >
                {strings.showDefinition}
              </button>
            </div>
          )}
        </div>
      </aside>
    </div>
  );
}

function CellFacts({ data, ranking, strings }: { data: HeatData; ranking: RankingView; strings: Strings }) {
  const cell = data.active === null ? undefined : data.cellAt(data.active.row, data.active.column);
  if (cell === undefined) return <span>{absent}</span>;
  return (
    <>
      <b>{formatScore(cell.score, ranking.decimals)}</b>
      {cell.state !== 'p' && <span>{strings.heatStates[cell.state]}</span>}
    </>
  );
}

function Legend({ ranking, mode, strings }: { ranking: RankingView; mode: 'score' | 'state'; strings: Strings }) {
  if (mode === 'state') {
    return (
      <ul class="legend">
        {states.map(state => (
          <li key={state}>
            <span class={`key ink-state-${state}`} aria-hidden="true" />
            {strings.heatStates[state]}
          </li>
        ))}
      </ul>
    );
  }
  return (
    <div class="legend" role="img" aria-label={strings.heatScale(ranking.scale[0], ranking.scale[1])}>
      <span>{ranking.scale[0]}</span>
      <span class="ramp">
        {Array.from({ length: 11 }, (_, step) => (
          <span key={step} class={`key ink-heat-${step}`} />
        ))}
      </span>
      <span>{ranking.scale[1]}</span>
    </div>
  );
}
