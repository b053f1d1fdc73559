/** Tiers: the strip above the ranking that counts and filters, and the label in a row. */
import type { RankingView, TierView } from '../../../../server/src/protocol/preview.ts';
import { tierColour } from '../../../../server/src/protocol/tierColours.ts';
import type { Strings } from './english.ts';
import { formatDifference } from './format.ts';

/** The name is always there too. */
export function tierClass(tier: number, nTiers: number): string {
  return `tier-${tierColour(tier, nTiers)}`;
}

export function TierLabel({ ranking, tier }: { ranking: RankingView; tier: number }) {
  return (
    <span class={`tier ${tierClass(tier, ranking.tiers.length)}`}>
      <span class="swatch" aria-hidden="true" />
      <span class="tier-name">{ranking.tiers[tier]?.name}</span>
    </span>
  );
}

interface TierStripProps {
  readonly ranking: RankingView;
  readonly chosen: string | null;
  readonly strings: Strings;
  readonly choose: (tier: string | null) => void;
}

export function TierStrip({ ranking, chosen, strings, choose }: TierStripProps) {
  const { tiers } = ranking;
  if (tiers.length === 0) return null;
  return (
    <section class="strip" aria-label={strings.tierCounts}>
      <div class="distribution" aria-hidden="true">
        {tiers.map(({ name, count }, index) => (
          <span key={name} class={`segment ${tierClass(index, tiers.length)}`} style={{ flexGrow: count }} />
        ))}
      </div>
      <div class="chips">
        {tiers.map((tier, index) => (
          <button
            type="button"
            key={tier.name}
            class={`chip ${tierClass(index, tiers.length)}`}
            aria-pressed={chosen === tier.name}
            title={strings.filterTier(tier.name, tier.count)}
            onClick={() => choose(chosen === tier.name ? null : tier.name)}
          >
            <span class="swatch" aria-hidden="true" />
            {tier.name} <strong>{tier.count}</strong>
            <CountChange tier={tier} />
          </button>
        ))}
      </div>
    </section>
  );
}

/** How many more or fewer than in the baseline. */
export function CountChange({ tier }: { tier: TierView }) {
  if (tier.before === null || tier.before === tier.count) return null;
  const difference = tier.count - tier.before;
  return <span class={difference > 0 ? 'gain' : 'loss'}>{formatDifference(difference, 0)}</span>;
}
