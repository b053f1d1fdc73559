/** One indicator looked at closely: how its scores are spread, its values, who has none, who gains when it counts for more. */
// biome-ignore-all lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
import type { RankingView } from '../../../../server/src/protocol/preview.ts';
import type { IndicatorDetails, NamedUnit, Summary } from '../../../../server/src/protocol/questions.ts';
import { isGain } from './change.ts';
import type { Strings } from './english.ts';
import { fixed, formatDifference, formatExact, formatRank, formatShare, withMinus } from './format.ts';
import type { Host } from './host.ts';
import type { ViewState } from './viewState.ts';

interface IndicatorFactsProps {
  readonly ranking: RankingView;
  readonly details: IndicatorDetails;
  readonly strings: Strings;
  readonly change: (part: Partial<ViewState>) => void;
  readonly host: Host;
}

export function IndicatorFacts(props: IndicatorFactsProps) {
  const { details, strings, host } = props;
  const facts = [
    details.share === null ? null : `${strings.shareUsed} ${formatShare(details.share, strings.locale)}`,
    details.effective === null ? null : `${strings.effective} ${formatShare(details.effective, strings.locale)}`,
    details.direction && strings.directions[details.direction],
    details.measure,
    details.nImputed > 0 ? strings.imputed(details.nImputed) : null,
    details.nTruncated > 0 ? strings.truncated(details.nTruncated) : null,
  ].filter(fact => fact !== null);
  return (
    <article class="indicator" aria-live="polite">
      <p class="quiet">{details.path.join(' › ')}</p>
      <h2>
        {details.name}{' '}
        <button type="button" class="link" onClick={() => host.post('reveal', { kind: 'indicator', id: details.id })}>
          {strings.showDefinition}
        </button>
      </h2>
      <p class="quiet">{facts.join(' · ')}</p>
      <h3>{strings.distribution}</h3>
      <Histogram {...props} />
      <Summaries {...props} />
      <Units title={strings.unitsMissing(details.missing.length)} units={details.missing} strings={strings} />
      <Units
        title={strings.unitsNotApplicable(details.notApplicable.length)}
        units={details.notApplicable}
        strings={strings}
      />
      <Grows {...props} />
    </article>
  );
}

function Histogram({ details, strings }: IndicatorFactsProps) {
  const { histogram } = details;
  const most = Math.max(1, ...histogram.map(({ count }) => count));
  const words = histogram
    .filter(({ count }) => count > 0)
    .map(({ from, to, count }) => `${formatExact(from)}–${formatExact(to)}: ${strings.units(count)}`);
  return (
    <figure class="histogram">
      <div class="columns" role="img" aria-label={words.join('; ')}>
        {histogram.map(({ from, to, count }) => (
          <span key={from} class="column" title={`${formatExact(from)}–${formatExact(to)}: ${strings.units(count)}`}>
            {count > 0 && most < 100 && <span class="column-count">{count}</span>}
            <span class="column-fill" style={{ height: `${(count / most) * 100}%` }} />
          </span>
        ))}
      </div>
      <figcaption class="quiet">
        <span>{formatExact(histogram[0]?.from ?? 0)}</span>
        {most >= 100 && <span>{strings.atMost(most)}</span>}
        <span>{formatExact(histogram.at(-1)?.to ?? 0)}</span>
      </figcaption>
    </figure>
  );
}

const figures = ['n', 'min', 'lowerQuartile', 'median', 'mean', 'upperQuartile', 'max'] as const;

function Summaries({ details, strings }: IndicatorFactsProps) {
  const rows = [
    { name: strings.columns.score, summary: details.scores },
    { name: strings.values, summary: details.raw },
  ].filter((row): row is { name: string; summary: Summary } => row.summary !== null);
  const shown = (figure: (typeof figures)[number], { summary }: { summary: Summary }) =>
    figure === 'n' ? summary.n.toLocaleString('en') : withMinus(fixed(summary[figure], decimalsOf(summary)));
  return (
    <section class="summaries" tabIndex={0} aria-label={strings.distribution}>
      <table>
        <thead>
          <tr>
            <td />
            {rows.map(({ name }) => (
              <th scope="col" key={name}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {figures.map(figure => (
            <tr key={figure}>
              <th scope="row">{strings.figures[figure]}</th>
              {rows.map(row => (
                <td key={row.name}>{shown(figure, row)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The same for all figures, so that they stand below each other. */
function decimalsOf(summary: Summary): number {
  const numbers = figures.slice(1).map(figure => summary[figure]);
  if (numbers.every(number => Number.isInteger(number))) return 0;
  return Math.max(...numbers.map(Math.abs)) < 1 ? 4 : 2;
}

function Units({ title, units, strings }: { title: string; units: readonly NamedUnit[]; strings: Strings }) {
  const most = 40;
  if (units.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul class="names">
        {units.slice(0, most).map(({ unit, name }) => (
          <li key={unit}>{name}</li>
        ))}
        {units.length > most && <li class="quiet">{strings.more(units.length - most)}</li>}
      </ul>
    </>
  );
}

type Move = NonNullable<IndicatorDetails['growth']>['moves'][number];

/** Those who gain and those who lose most when its weight is one point higher. */
function Grows(props: IndicatorFactsProps) {
  const { details, ranking, strings, change } = props;
  const { growth, id } = details;
  if (growth === null) return null;
  const { moves, weights } = growth;
  const parent = details.parent ?? '';
  const numbers = Object.fromEntries(Object.entries(weights).map(([each, text]) => [each, Number(text)]));
  const most = 15;
  const gaining = moves.filter(move => isGain(move.change, ranking)).slice(0, most);
  const losing = moves
    .filter(move => isGain(-move.change, ranking))
    .toReversed()
    .slice(0, most);
  return (
    <>
      <h3>
        {strings.growth(weights[id] ?? '')}{' '}
        <button
          type="button"
          class="link"
          onClick={() => change({ tab: 'ranking', whatIf: { parent, weights: numbers } })}
        >
          {strings.tryIt}
        </button>
      </h3>
      <div class="moves">
        <Moves {...props} title={strings.gainMost} moves={gaining} />
        <Moves {...props} title={strings.loseMost} moves={losing} />
      </div>
    </>
  );
}

function Moves({ title, moves, ranking, strings }: IndicatorFactsProps & { title: string; moves: readonly Move[] }) {
  return (
    <section>
      <h4 class="quiet">{title}</h4>
      {moves.length === 0 && <p class="quiet">{strings.nobody}</p>}
      <ul>
        {moves.map(({ unit, name, rank, before, change }) => (
          <li key={unit}>
            <span class="indicator-name">{name}</span>
            <span class={isGain(change, ranking) ? 'gain' : 'loss'}>
              {formatDifference(change, ranking.decimals + 1)}
            </span>
            <span class="quiet">
              {rank === before ? formatRank(rank) : `${formatRank(before)} → ${formatRank(rank)}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
