/** The tiers in figures: bounds and counts, and the counts in each group. */
import type { GroupSystemView, RankingView, TierView } from '../../../../server/src/protocol/preview.ts';
import type { Strings } from './english.ts';
import type { Host } from './host.ts';
import { CountChange, TierLabel } from './tiers.tsx';

interface TierTableProps {
  readonly ranking: RankingView;
  readonly strings: Strings;
  readonly host: Host;
}

export function TierTables({ ranking, strings, host }: TierTableProps) {
  if (ranking.tiers.length === 0) return <p class="note">{strings.noTiers}</p>;
  return (
    <div class="wide">
      <table>
        <thead>
          <tr>
            <th scope="col">{strings.columns.tier}</th>
            <th scope="col">{strings.bound}</th>
            <th scope="col">{strings.count}</th>
          </tr>
        </thead>
        <tbody>
          {ranking.tiers.map((tier, index) => (
            <tr key={tier.name}>
              <th scope="row">
                <button type="button" class="link plain" onClick={() => host.post('reveal', { kind: 'tier', index })}>
                  <TierLabel ranking={ranking} tier={index} />
                </button>
              </th>
              <td>{boundText(tier, strings)}</td>
              <td>
                <CountChange tier={tier} /> <strong>{tier.count}</strong>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {ranking.groupSystems.map(system => (
        <GroupTable key={system.id} system={system} ranking={ranking} strings={strings} />
      ))}
    </div>
  );
}

interface GroupTableProps {
  readonly system: GroupSystemView;
  readonly ranking: RankingView;
  readonly strings: Strings;
}

function GroupTable({ system, ranking, strings }: GroupTableProps) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{system.name}</th>
          {ranking.tiers.map((tier, index) => (
            <th scope="col" key={tier.name}>
              <TierLabel ranking={ranking} tier={index} />
            </th>
          ))}
          <th scope="col">{strings.all}</th>
        </tr>
      </thead>
      <tbody>
        {system.groups.map(({ name, count }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {ranking.tiers.map(tier => (
              <td key={tier.name}>{tier.by[system.id]?.[name] ?? 0}</td>
            ))}
            <td class="quiet">{count}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function boundText({ bound }: TierView, { bounds }: Strings): string {
  if (bound.atLeast !== undefined) return bounds.atLeast(bound.atLeast);
  if (bound.above !== undefined) return bounds.above(bound.above);
  if (bound.top !== undefined) return bounds.top(bound.top);
  return bound.topShare === undefined ? bounds.rest : bounds.topShare(bound.topShare);
}
