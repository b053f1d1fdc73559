/** The indicators tab: the framework with its weights as rings and as a list, and one indicator looked at closely. */
import { useEffect, useMemo } from 'preact/hooks';
import type { RankingView } from '../../../../server/src/protocol/preview.ts';
import type { WeightedIndicator } from '../../../../server/src/protocol/questions.ts';
import { titled } from './charts/drawing.ts';
import { Picture } from './charts/picture.tsx';
import { sunburst } from './charts/sunburst.ts';
import type { Strings } from './english.ts';
import { absent, alignedShare, formatShare } from './format.ts';
import type { Host } from './host.ts';
import { IndicatorFacts } from './indicatorFacts.tsx';
import type { Asked, PartProps } from './partProps.ts';
import { PictureButtons } from './pictureButtons.tsx';
import { useAnswer } from './useAnswer.ts';

export function IndicatorPart({ cursor, ranking, view, strings, change, host, asked }: PartProps) {
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
        <Rings
          indicators={indicators}
          chosen={chosen.id}
          choose={choose}
          cursor={cursor.at(-1)}
          ranking={ranking}
          strings={strings}
          host={host}
          asked={asked}
        />
        <List
          indicators={indicators}
          chosen={chosen.id}
          choose={choose}
          cursor={cursor.at(-1)}
          strings={strings}
          host={host}
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
  /** The indicator at the editor's cursor. */
  readonly cursor: string | undefined;
}

interface RingsProps extends FrameworkProps {
  readonly ranking: RankingView;
  readonly strings: Strings;
  readonly host: Host;
  readonly asked: Asked | null;
}

function Rings({ indicators, chosen, choose, cursor, ranking, strings, host, asked }: RingsProps) {
  const effective = indicators.find(({ id }) => id === chosen)?.effective ?? null;
  const { locale } = strings;
  const figure = effective === null ? absent : formatShare(effective, locale);
  const drawing = useMemo(() => sunburst(indicators, { figure, size: 300, locale }), [indicators, figure, locale]);
  const { id, title, edition } = ranking.system;
  return (
    <div class="rings">
      <Picture drawing={drawing} label={strings.ringsLabel} chosen={chosen} cursor={cursor} choose={choose} />
      <PictureButtons
        host={host}
        strings={strings}
        asked={asked}
        name={`${id || 'ranking'}-weights`}
        draw={() =>
          titled(
            sunburst(indicators, { figure: '', size: 640, locale }),
            [title, edition].filter(Boolean).join(' '),
            strings.effective,
          )
        }
      />
    </div>
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
}: FrameworkProps & { readonly strings: Strings; readonly host: Host }) {
  useEffect(() => {
    if (cursor !== undefined) document.getElementById(rowId(cursor))?.scrollIntoView({ block: 'nearest' });
  }, [cursor]);
  const move = (event: KeyboardEvent) => {
    const position = indicators.findIndex(({ id }) => id === chosen);
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, Home: -position, End: indicators.length };
    const step = steps[event.key];
    if (step === undefined) return;
    const next = indicators[Math.min(indicators.length - 1, Math.max(0, position + step))]!;
    choose(next.id);
    document.getElementById(rowId(next.id))?.focus();
    event.preventDefault();
  };
  const most = Math.max(...indicators.map(({ effective }) => effective ?? 0));
  return (
    <div class="indicator-list" role="listbox" aria-label={strings.tabs.indicators} onKeyDown={move}>
      {indicators.map(({ id, name, depth, effective }) => (
        <button
          type="button"
          key={id}
          id={rowId(id)}
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
          <span class="number">{effective === null ? absent : alignedShare(effective, strings.locale)}</span>
        </button>
      ))}
    </div>
  );
}

function rowId(id: string): string {
  return `indicator-${id}`;
}
