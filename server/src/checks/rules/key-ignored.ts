import { type LocalText, localText } from '../../base/locale.ts';
import type { Indicator } from '../../model/indicator.ts';
import { isLeaf } from '../../model/select.ts';
import { removeEntry } from '../../syntax/edit.ts';
import { entryOf, type MapEntry } from '../../syntax/tree.ts';
import type { Rule } from '../rule.ts';
import { nameIn } from '../words.ts';

/** Keys that say how children come together. */
const aggregateKeys = ['aggregate', 'weighting', 'standardise', 'minShare', 'minCount', 'notApplicable'];

/** The first of them says what a cell is worth. */
const readings = ['checklist', 'categories', 'steps'];

export const keyIgnored: Rule = {
  code: 'key-ignored',
  severity: 'warning',
  level: 'text',
  reach: 'siblings',
  title: localText('A key has no effect where it stands', '所写的键在此处不起作用'),
  why: localText(
    'How children come together is said on the aggregate that has them. Of `checklist`, `categories` and `steps` one says what a cell is worth; a checklist names its columns itself; a bonus has no weight.',
    '下级如何合成，应写在有下级的指标上。`checklist`、`categories`、`steps` 只能有一个说明单元格的取值；清单自带列名；加分项没有权重。',
  ),
  wrong: {
    definition:
      'indicatorSystem: 1\nindicators:\n  - {id: a, name: A, weight: 50, aggregate: geometric}\n  - {id: b, name: B, weight: 50}\n',
  },
  right: {
    definition:
      'indicatorSystem: 1\naggregate: geometric\nindicators:\n  - {id: a, name: A, weight: 50}\n  - {id: b, name: B, weight: 50}\n',
  },
  *check({ tree, system }) {
    for (const indicator of system.indicators) {
      for (const { entry, why, isSafe } of ignoredKeys(indicator)) {
        const key = entry.name;
        yield {
          at: entry.key,
          message: localText(
            `${key} has no effect on ${nameIn(indicator, 'en')}: ${why.en}`,
            `${key} 对“${nameIn(indicator, 'zh-CN')}”不起作用：${why['zh-CN']}`,
          ),
          fixes: isSafe
            ? [
                {
                  title: localText(`Remove ${key}`, `删除 ${key}`),
                  edits: removeEntry(tree, indicator.own.node, entry),
                },
              ]
            : [],
        };
      }
    }
  },
};

interface IgnoredKey {
  readonly entry: MapEntry;
  readonly why: LocalText;
  /** Whether nothing but the key can be meant to go. */
  readonly isSafe: boolean;
}

function* ignoredKeys({ own, parent }: Indicator): Iterable<IgnoredKey> {
  const { entries } = own.node;
  if (own.bonus !== undefined && own.weight !== undefined && parent === undefined) {
    yield { entry: own.weight.entry, why: localText('a bonus counts by its cap', '加分项按上限计入'), isSafe: true };
  }
  if (!isLeaf(own)) return;
  for (const entry of entries) {
    if (aggregateKeys.includes(entry.name)) {
      yield { entry, why: localText('it has no indicators below it', '它没有下级指标'), isSafe: true };
    }
  }
  const [first, ...others] = readings.flatMap(key => entryOf(own.node, key) ?? []);
  if (first === undefined) return;
  const why = localText(`${first.name} says what its cells are worth`, `取值由 ${first.name} 决定`);
  for (const entry of others) yield { entry, why, isSafe: false };
  if (first.name === 'checklist' && own.column !== undefined) {
    const named = localText('its checklist names the columns', '清单已写明各列');
    yield { entry: entryOf(own.node, 'column')!, why: named, isSafe: true };
  }
}
