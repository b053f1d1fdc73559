/** The tiers in figures: bounds and counts, in all and in each group, beside those that the definition says there are. */
import type { RankingView, TierView } from '../../../../server/src/protocol/preview.ts';
import type { Strings } from './english.ts';
import type { Host } from './host.ts';
import { CountChange, TierLabel } from './tiers.tsx';

interface TierTableProps {
  readonly ranking: RankingView;
  readonly strings: Strings;
  readonly host: Host;
}

export function TierTable({ ranking, strings, host }: TierTableProps) {
  const { tiers, units, groupSystems } = ranking;
  if (tiers.length === 0) return <p class="note">{strings.noTiers}</p>;
  return (
    <div class="wide">
      <table class="tiers">
        <thead>
          <tr>
            <td />
            <th scope="col">{strings.all}</th>
            {tiers.map((tier, index) => (
              <th scope="col" key={tier.name}>
                <button type="button" class="link plain" onClick={() => host.post('reveal', { kind: 'tier', index })}>
                  <TierLabel ranking={ranking} tier={index} />
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{strings.bound}</th>
            <td />
            {tiers.map(tier => (
              <td key={tier.name} class="quiet">
                {boundText(tier, strings)}
              </td>
            ))}
          </tr>
          <tr>
            <th scope="row">{strings.count}</th>
            <td class="quiet">{units.length}</td>
            {tiers.map(tier => (
              <td key={tier.name}>
                <CountChange tier={tier} /> <strong>{tier.count}</strong>
                <Expected count={tier.count} expected={tier.expected} strings={strings} />
              </td>
            ))}
          </tr>
        </tbody>
        {groupSystems.map(({ id, name, groups }) => (
          <tbody key={id}>
            <tr>
              <th scope="rowgroup" colSpan={tiers.length + 2} class="quiet">
                {name}
              </th>
            </tr>
            {groups.map(group => (
              <tr key={group.name}>
                <th scope="row">{group.name}</th>
                <td class="quiet">{group.count}</td>
                {tiers.map(tier => (
                  <GroupCount key={tier.name} tier={tier} system={id} group={group.name} strings={strings} />
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

interface GroupCountProps {
  readonly tier: TierView;
  readonly system: string;
  readonly group: string;
  readonly strings: Strings;
}

function GroupCount({ tier, system, group, strings }: GroupCountProps) {
  const count = tier.by[system]?.[group] ?? 0;
  return (
    <td class={count === 0 ? 'quiet' : ''}>
      {count}
      <Expected count={count} expected={tier.expectedBy[system]?.[group] ?? null} strings={strings} />
    </td>
  );
}

/** Beside a count: whether it is what the definition says, by its claims or its quotas. */
function Expected({ count, expected, strings }: { count: number; expected: number | null; strings: Strings }) {
  if (expected === null) return null;
  const isMet = count === expected;
  const words = strings.expectedCount(expected);
  return (
    <span class={`expected ${isMet ? 'is-good' : 'is-bad'}`} title={words}>
      <span aria-hidden="true">{isMet ? '✓' : `≠ ${expected}`}</span>
      <span class="for-ears">{words}</span>
    </span>
  );
}

function boundText({ bound }: TierView, { bounds }: Strings): string {
  if (bound.atLeast !== undefined) return bounds.atLeast(bound.atLeast);
  if (bound.above !== undefined) return bounds.above(bound.above);
  if (bound.atMost !== undefined) return bounds.atMost(bound.atMost);
  if (bound.below !== undefined) return bounds.below(bound.below);
  if (bound.top !== undefined) return bounds.top(bound.top);
  return bound.topShare === undefined ? bounds.rest : bounds.topShare(bound.topShare);
}
