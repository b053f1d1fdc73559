import { localText } from '../../base/locale.ts';
import { isHeaderMeant } from '../../model/siblings.ts';
import { removeEntry } from '../../syntax/edit.ts';
import { ignoredInHeader, ignoredOn } from '../ignoredKeys.ts';
import type { Rule } from '../rule.ts';
import { nameIn } from '../words.ts';

export const keyIgnored: Rule = {
  code: 'key-ignored',
  severity: 'warning',
  level: 'text',
  reach: 'siblings',
  title: localText('A key has no effect where it stands', '所写的键在此处不起作用'),
  why: localText(
    'How children come together is said on the aggregate that has them. Of `checklist`, `categories` and `steps` one says what a cell is worth; a checklist names its columns itself; a bonus has no weight; `lambda` is Box–Cox’s; a `range` holds z-scores only where they are truncated.',
    '下级如何合成，应写在有下级的指标上。`checklist`、`categories`、`steps` 只能有一个说明单元格的取值；清单自带列名；加分项没有权重；`lambda` 属于 Box–Cox 变换；标准分只有截断时才受 `range` 限制。',
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
      for (const { entry, holder, why, isSafe } of ignoredOn(indicator)) {
        const key = entry.name;
        const remove = { title: localText(`Remove ${key}`, `删除 ${key}`), edits: removeEntry(tree, holder, entry) };
        yield {
          at: entry.key,
          message: localText(
            `${key} has no effect on ${nameIn(indicator, 'en')}: ${why.en}`,
            `${key} 对“${nameIn(indicator, 'zh-CN')}”不起作用：${why['zh-CN']}`,
          ),
          fixes: isSafe ? [remove] : [],
        };
      }
    }
    if (!isHeaderMeant(system)) return;
    for (const { entry, why } of ignoredInHeader(system)) {
      const key = entry.name;
      yield {
        at: entry.key,
        message: localText(`${key} has no effect here: ${why.en}`, `${key} 在此处不起作用：${why['zh-CN']}`),
      };
    }
  },
};
