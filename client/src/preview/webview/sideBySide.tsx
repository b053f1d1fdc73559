/** Rankings side by side as a table: the ranks next to each other, with the moves. */
// Rows of a table element cannot stand where they are scrolled to, and a frame that scrolls must be reached by keyboard:
// biome-ignore-all lint/a11y/useSemanticElements: see above
// biome-ignore-all lint/a11y/noNoninteractiveTabindex: see above
// biome-ignore-all lint/a11y/useFocusableInteractive: nothing is done with a row but reading it
import { useRef, useState } from 'preact/hooks';
import type { UnitView } from '../../../../server/src/protocol/preview.ts';
import type { Strings } from './english.ts';
import { formatPlaces, formatRank } from './format.ts';
import type { MovesRanking } from './moves.ts';
import { headerHeight, rowHeight, rowsInView } from './rows.ts';
import { useHeight } from './useSize.ts';

interface SideBySideProps {
  readonly units: readonly UnitView[];
  readonly rankings: readonly MovesRanking[];
  readonly chosen: string | null;
  readonly choose: (unit: string) => void;
  readonly strings: Strings;
}

export function SideBySide({ units, rankings, chosen, choose, strings }: SideBySideProps) {
  const frame = useRef<HTMLDivElement>(null);
  const height = useHeight(frame);
  const [scrollTop, setScrollTop] = useState(0);
  const { first, end } = rowsInView(scrollTop, height, units.length);
  const now = rankings.findIndex(({ isNow }) => isNow);
  const tracks = { gridTemplateColumns: `minmax(150px, 1fr) repeat(${rankings.length}, minmax(96px, 150px))` };
  return (
    <div
      class="side-by-side"
      ref={frame}
      role="table"
      aria-label={strings.tabs.moves}
      aria-rowcount={units.length + 1}
      tabIndex={0}
      onScroll={event => setScrollTop(event.currentTarget.scrollTop)}
    >
      <div class="sheet" role="rowgroup" style={{ height: `${headerHeight + units.length * rowHeight}px` }}>
        <div class="header" role="row" aria-rowindex={1} style={tracks}>
          <div class="cell" role="columnheader">
            {strings.columns.unit}
          </div>
          {rankings.map(({ name, note }) => (
            <div key={name} class="cell number" role="columnheader">
              <span class="title">{name}</span>
              <span class="share">{note}</span>
            </div>
          ))}
        </div>
        {units.slice(first, end).map((unit, index) => {
          const row = first + index;
          const place = { ...tracks, transform: `translateY(${headerHeight + row * rowHeight}px)` };
          return (
            <div
              key={unit.id}
              class={`row ${unit.id === chosen ? 'selected' : ''}`}
              role="row"
              aria-rowindex={row + 2}
              style={place}
            >
              <div class="cell column-unit" role="rowheader">
                <button type="button" class="link plain" onClick={() => choose(unit.id)}>
                  {unit.name}
                </button>
              </div>
              {rankings.map(({ name, ranks }, column) => (
                <div key={name} class="cell number" role="cell">
                  <Move from={rankings[cameFrom(column, now)]?.ranks[row]} to={ranks[row]} strings={strings} />
                  <span class="tried-rank">{formatRank(ranks[row])}</span>
                </div>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** The column that a move is counted from: the present one from what was before, what is tried from the present. */
function cameFrom(column: number, now: number): number {
  return column <= now ? column - 1 : now;
}

function Move({
  from,
  to,
  strings,
}: {
  from: number | null | undefined;
  to: number | null | undefined;
  strings: Strings;
}) {
  if (from == null || to == null || from === to) return null;
  const words = formatRank(Math.abs(from - to));
  return (
    <>
      <span class={`places ${from > to ? 'gain' : 'loss'}`} aria-hidden="true">
        {formatPlaces(from - to)}
      </span>
      <span class="for-ears">{from > to ? strings.up(words) : strings.down(words)}</span>
    </>
  );
}
