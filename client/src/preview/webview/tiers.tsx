/** Tiers: the strip above the ranking that counts and filters, the label in a row, and the table by group. */
import type { RankingView, TierView } from '../../../../server/src/protocol/preview.ts';
import { formatDifference } from './format.ts';
import type { Host } from './host.ts';
import type { Strings } from './strings.ts';

/** From the best to the worst; more tiers than colours share them. The name is always there too. */
const nColours = 5;

export function tierClass(tier: number, nTiers: number): string {
  const colour = nTiers <= nColours ? tier : Math.round((tier * (nColours - 1)) / (nTiers - 1));
  return `tier-${colour}`;
}

export function TierLabel({ ranking, tier }: { ranking: RankingView; tier: number }) {
  return (
    <span class={`tier ${tierClass(tier, ranking.tiers.length)}`}>
      <span class="swatch" aria-hidden="true" />
      {ranking.tiers[tier]?.name}
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

function CountChange({ tier }: { tier: TierView }) {
  if (tier.before === null || tier.before === tier.count) return null;
  const difference = tier.count - tier.before;
  return <span class={difference > 0 ? 'gain' : 'loss'}>{formatDifference(difference, 0)}</span>;
}

interface TierTableProps {
  readonly ranking: RankingView;
  readonly strings: Strings;
  readonly host: Host;
}

export function TierTable({ ranking, strings, host }: TierTableProps) {
  const { tiers, groupSystems } = ranking;
  if (tiers.length === 0) return <p class="note">{strings.noTiers}</p>;
  const groups = groupSystems.flatMap(system => system.groups.map(group => ({ system: system.id, ...group })));
  return (
    <div class="wide">
      <table class="tiers">
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {strings.columns.tier}
            </th>
            <th scope="col" rowSpan={2} class="number">
              {strings.bound}
            </th>
            <th scope="col" rowSpan={2} class="number">
              {strings.count}
            </th>
            {groupSystems.map(({ id, name, groups: own }) => (
              <th key={id} scope="colgroup" colSpan={own.length} class="group">
                {name}
              </th>
            ))}
          </tr>
          <tr>
            {groups.map(({ system, name }) => (
              <th scope="col" key={`${system} ${name}`} class="number">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tiers.map((tier, index) => (
            <tr key={tier.name}>
              <th scope="row">
                <button type="button" class="link plain" onClick={() => host.post('reveal', { kind: 'tier', index })}>
                  <TierLabel ranking={ranking} tier={index} />
                </button>
              </th>
              <td>{boundText(tier, strings)}</td>
              <td>
                <strong>{tier.count}</strong> <CountChange tier={tier} />
              </td>
              {groups.map(({ system, name }) => (
                <td key={`${system} ${name}`}>{tier.by[system]?.[name] ?? 0}</td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{strings.all}</th>
            <td />
            <td>{ranking.units.length}</td>
            {groups.map(({ system, name, count }) => (
              <td key={`${system} ${name}`}>{count}</td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function boundText({ bound }: TierView, { bounds }: Strings): string {
  if (bound.atLeast !== undefined) return bounds.atLeast(bound.atLeast);
  if (bound.above !== undefined) return bounds.above(bound.above);
  if (bound.top !== undefined) return bounds.top(bound.top);
  return bound.topShare === undefined ? bounds.rest : bounds.topShare(bound.topShare);
}
