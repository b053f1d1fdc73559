/** Tiers that are bounded only on the side where the better totals are. */
import { localText } from '../base/locale.ts';
import { bestOf, boundKeys, boundOf, tierBounds } from '../model/bounds.ts';
import { insertEntry } from '../syntax/edit.ts';
import { entryOf, resolved } from '../syntax/tree.ts';
import type { Problem, TextContext } from './rule.ts';
import { boundWords } from './tierBounds.ts';
import { textOrId } from './words.ts';

export function* turnedTiers(context: TextContext): Iterable<Problem> {
  const { system } = context;
  const best = bestOf(system);
  const { side } = boundWords[best];
  const keys = tierBounds[best].join(', ');
  for (const [position, tier] of system.tiers.entries()) {
    const key = boundKeys.find(each => tier[each] !== undefined);
    if (key === undefined || boundOf(tier, system) !== undefined) continue;
    const name = textOrId(tier.name?.value, `#${position + 1}`);
    yield {
      at: entryOf(tier.node, key)?.key ?? tier.node,
      message: localText(
        `${name.en} is bounded by ${key}, but the ${best} total is best: tiers are bounded ${side.en} (${keys}), and no unit gets a tier`,
        `“${name['zh-CN']}”以 ${key} 为界，而得分以${best === 'lowest' ? '低' : '高'}为优：档次应写${best === 'lowest' ? '上' : '下'}界（${keys}），现无法划分档次`,
      ),
      fixes: stateBest(context),
    };
  }
}

/** Where it is not stated which total is best, the bounds may be meant. */
function stateBest({ tree, system }: TextContext) {
  const { best, entry } = system.ranking;
  const ranking = resolved(entry?.value);
  if (best !== undefined || (entry !== undefined && ranking?.kind !== 'map')) return [];
  const edits =
    ranking?.kind === 'map'
      ? insertEntry(tree, ranking, 'best', 'lowest')
      : system.node === undefined
        ? []
        : insertEntry(tree, system.node, 'ranking', '{best: lowest}');
  const title = localText('State ranking.best: lowest', '写明 ranking.best: lowest');
  return edits.length === 0 ? [] : [{ title, edits }];
}
