/** The indicators tab: the framework with its weights as rings and as a list, and one indicator looked at closely. */
// biome-ignore-all lint/a11y/noStaticElementInteractions: the list beside the rings says and does the same by keyboard
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the list beside the rings says and does the same by keyboard
import { useMemo } from 'preact/hooks';
import type { RankingView } from '../../../../server/src/protocol/preview.ts';
import type { WeightedIndicator } from '../../../../server/src/protocol/questions.ts';
import { absent, formatShare } from './format.ts';
import type { Host } from './host.ts';
import { IndicatorFacts } from './indicatorFacts.tsx';
import type { Strings } from './strings.ts';
import { arcsOf, ringPath } from './sunburst.ts';
import { useAnswer } from './useAnswer.ts';
import type { ViewState } from './viewState.ts';

interface IndicatorPartProps {
  /** Ids of the indicator at the editor's cursor, from level 1 down. */
  readonly cursor: readonly string[];
  readonly ranking: RankingView;
  readonly view: ViewState;
  readonly strings: Strings;
  readonly change: (part: Partial<ViewState>) => void;
  readonly host: Host;
}

const nHues = 6;

export function IndicatorPart({ cursor, ranking, view, strings, change, host }: IndicatorPartProps) {
  const weights = useAnswer(host, 'weights', {}, ranking);
  const indicators = weights?.indicators ?? [];
  const chosen = indicators.find(({ id }) => id === view.indicator) ?? indicators[0];
  const answered = useAnswer(host, 'indicator', chosen === undefined ? null : { indicator: chosen.id }, ranking);
  const details = answered?.id === chosen?.id ? answered : undefined;
  const choose = (id: string) => change({ indicator: id });
  if (chosen === undefined) return null;
  return (
    <div class="indicators">
      <div class="framework">
        <Rings indicators={indicators} chosen={chosen.id} choose={choose} />
        <List
          indicators={indicators}
          chosen={chosen.id}
          choose={choose}
          strings={strings}
          host={host}
          cursor={cursor.at(-1)}
        />
      </div>
      {details != null && (
        <IndicatorFacts ranking={ranking} details={details} strings={strings} change={change} host={host} />
      )}
    </div>
  );
}

interface FrameworkProps {
  readonly indicators: readonly WeightedIndicator[];
  readonly chosen: string;
  readonly choose: (id: string) => void;
}

function Rings({ indicators, chosen, choose }: FrameworkProps) {
  const arcs = useMemo(() => arcsOf(indicators), [indicators]);
  const nLevels = Math.max(1, ...arcs.map(({ indicator }) => indicator.depth + 1));
  const hole = 34;
  const width = (100 - hole) / nLevels;
  const effective = indicators.find(({ id }) => id === chosen)?.effective ?? null;
  return (
    <svg class="rings" viewBox="-102 -102 204 204" aria-hidden="true">
      {arcs.map(({ indicator, from, to, branch }) => (
        <path
          key={indicator.id}
          class={`arc hue-${branch % nHues} depth-${Math.min(3, indicator.depth)} ${indicator.id === chosen ? 'is-chosen' : ''}`}
          d={ringPath(from, to, hole + indicator.depth * width, hole + (indicator.depth + 1) * width - 1)}
          onClick={() => choose(indicator.id)}
        >
          <title>{`${indicator.name} ${indicator.effective === null ? '' : formatShare(indicator.effective)}`}</title>
        </path>
      ))}
      <text class="rings-figure" text-anchor="middle" dy="0.35em">
        {effective === null ? absent : formatShare(effective)}
      </text>
    </svg>
  );
}

/** Arrow keys choose, Enter goes to the line: the focus is on the chosen row. */
function List({
  indicators,
  chosen,
  choose,
  strings,
  host,
  cursor,
}: FrameworkProps & { readonly strings: Strings; readonly host: Host; readonly cursor: string | undefined }) {
  const move = (event: KeyboardEvent) => {
    const position = indicators.findIndex(({ id }) => id === chosen);
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, Home: -position, End: indicators.length };
    const step = steps[event.key];
    if (step === undefined) return;
    const next = indicators[Math.min(indicators.length - 1, Math.max(0, position + step))]!;
    choose(next.id);
    document.getElementById(`indicator-${next.id}`)?.focus();
    event.preventDefault();
  };
  const most = Math.max(...indicators.map(({ effective }) => effective ?? 0));
  return (
    <div class="indicator-list" role="listbox" aria-label={strings.tabs.indicators} onKeyDown={move}>
      {indicators.map(({ id, name, depth, effective }) => (
        <button
          type="button"
          key={id}
          id={`indicator-${id}`}
          role="option"
          aria-selected={id === chosen}
          tabIndex={id === chosen ? 0 : -1}
          class={`indicator-row ${depth === 0 ? 'is-top' : ''} ${id === cursor ? 'is-cursor' : ''}`}
          style={{ '--depth': depth }}
          onClick={() => choose(id)}
          onDblClick={() => host.post('reveal', { kind: 'indicator', id })}
        >
          <span class="indicator-name">{name}</span>
          <span class="bar" aria-hidden="true">
            <span class="fill" style={{ width: `${most > 0 ? ((effective ?? 0) / most) * 100 : 0}%` }} />
          </span>
          <span class="number">{effective === null ? absent : formatShare(effective)}</span>
        </button>
      ))}
    </div>
  );
}
