/** The moves tab: the ranking beside what it was and beside what it would be with other methods, as a chart and a table. */
// biome-ignore-all lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
import { useMemo, useRef } from 'preact/hooks';
import { baselineName } from './baseline.tsx';
import { bumpChart } from './charts/bump.ts';
import { titled } from './charts/drawing.ts';
import { Picture } from './charts/picture.tsx';
import { formatRank } from './format.ts';
import { movesOf, sentenceOf } from './moves.ts';
import { type PartProps, useAsked } from './partProps.ts';
import { PictureButtons } from './pictureButtons.tsx';
import { selectUnits } from './select.ts';
import { SideBySide } from './sideBySide.tsx';
import { Trials, trialOf, useTrials } from './trials.tsx';
import { useWidth } from './useSize.ts';
import { isFiltered } from './viewState.ts';

/** A chart of more units than this cannot be read; the table takes them all. */
const mostInChart = 150;

export function MovesPart({ ranking, view, strings, change, host, asked }: PartProps) {
  const sheet = useRef<HTMLDivElement>(null);
  const width = useWidth(sheet);
  const trials = useTrials(host, ranking, view);
  const units = useMemo(
    () => selectUnits(ranking, { ...view, sort: { column: 'rank', isDescending: false } }, strings.locale),
    [ranking, view.search, view.groups, view.tier, view.onlyChanged, strings],
  );
  const rankings = useMemo(
    () =>
      movesOf(
        ranking,
        { units, trials: trials.shown, baseline: baselineName(view.baseline, ranking, strings) },
        strings,
      ),
    [ranking, units, trials, view.baseline, strings],
  );
  const inChart = units.slice(0, mostInChart);
  const drawing = useMemo(
    () =>
      width === 0 || rankings.length < 2 ? null : bumpChart({ units: inChart, rankings }, Math.max(420, width - 32)),
    [units, rankings, width],
  );
  const chosen = view.active?.unit ?? null;
  const unit = units.find(({ id }) => id === chosen);
  const choose = (id: string) => change({ active: { unit: id, column: view.active?.column ?? 'unit' } });
  const summary = rankings.length < 2 ? strings.nothingToCompare : sentenceOf(units, rankings, strings);
  const { title, edition } = ranking.system;
  useAsked(rankings.length < 2 ? asked : null, () => {}); // it says that there is nothing to draw
  const isChart = view.movesAs === 'chart';

  return (
    <div class="moves-part">
      <div class="bar-of-ways">
        <Trials
          trials={trials}
          view={view}
          change={change}
          strings={strings}
          write={id => host.post('write', trialOf(id))}
        />
        <span class="ways">
          <fieldset class="switch" aria-label={strings.showAs}>
            {(['chart', 'table'] as const).map(form => (
              <button
                type="button"
                key={form}
                class="button"
                aria-pressed={view.movesAs === form}
                onClick={() => change({ movesAs: form })}
              >
                {strings.forms[form]}
              </button>
            ))}
          </fieldset>
          {isChart && drawing !== null && (
            <PictureButtons
              host={host}
              strings={strings}
              asked={asked}
              name={`${ranking.system.id || 'ranking'}-moves`}
              draw={() => titled(drawing, [title, edition].filter(Boolean).join(' '), summary)}
            />
          )}
        </span>
      </div>
      <p class="summary-line" role="status">
        {summary}
        {isFiltered(view) && <span class="quiet"> {strings.shown(units.length, ranking.units.length)}</span>}
      </p>
      {!isChart && <SideBySide units={units} rankings={rankings} chosen={chosen} choose={choose} strings={strings} />}
      <section class="chart-sheet" ref={sheet} hidden={!isChart} tabIndex={0} aria-label={strings.forms.chart}>
        {isChart && drawing !== null && <Picture drawing={drawing} label={summary} chosen={chosen} choose={choose} />}
        {isChart && units.length > mostInChart && <p class="quiet">{strings.more(units.length - mostInChart)}</p>}
      </section>
      {unit !== undefined && (
        <aside class="details" aria-label={strings.details}>
          <div class="summary">
            <div class="facts" aria-live="polite">
              <strong>{unit.name}</strong>
              {rankings.map(({ name, ranks }) => (
                <span key={name}>
                  {name} <b>{formatRank(ranks[units.indexOf(unit)])}</b>
                </span>
              ))}
            </div>
            <div class="ways">
              <button type="button" class="button" onClick={() => host.post('explain', { unit: unit.id })}>
                {strings.explain}
              </button>
              <button type="button" class="button" onClick={() => host.post('reveal', { kind: 'unit', id: unit.id })}>
                {strings.showData}
              </button>
            </div>
          </div>
        </aside>
      )}
    </div>
  );
}
