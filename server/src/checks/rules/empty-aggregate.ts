import { localText } from '../../base/locale.ts';
import { isPartlyListed } from '../../model/levels.ts';
import { isHeaderMeant } from '../../model/siblings.ts';
import { type MapEntry, resolved } from '../../syntax/tree.ts';
import type { Rule } from '../rule.ts';
import { nameIn } from '../words.ts';

export const emptyAggregate: Rule = {
  code: 'empty-aggregate',
  severity: 'error',
  level: 'text',
  reach: 'siblings',
  title: localText('An aggregate has no indicators', '上级指标下没有指标'),
  why: localText(
    'It can have no score. List its indicators, bind it to data as a leaf, or say `unpublished: true`.',
    '它无法得分。请列出其下指标，或作为末级指标绑定数据，或写明 `unpublished: true`。',
  ),
  wrong: { definition: 'indicatorSystem: 1\nindicators:\n  - {id: a, name: A, indicators: []}\n' },
  right: {
    definition: 'indicatorSystem: 1\nindicators:\n  - {id: a, name: A, unpublished: true, count: 3, indicators: []}\n',
  },
  *check({ system }) {
    if (isHeaderMeant(system) && isEmptyList(system.indicatorsEntry)) {
      const message = localText('the system has no indicators', '该体系没有指标');
      yield { at: system.indicatorsEntry!.key, message };
    }
    for (const indicator of system.indicators) {
      const { childrenEntry } = indicator.own;
      if (!isEmptyList(childrenEntry) || isPartlyListed(system, indicator)) continue;
      yield {
        at: childrenEntry!.key,
        message: localText(
          `${nameIn(indicator, 'en')} has no indicators and is not marked unpublished`,
          `“${nameIn(indicator, 'zh-CN')}”下没有指标，也未注明未公布`,
        ),
      };
    }
  },
};

/** `indicators: []`. What is no list is said by `schema`. */
function isEmptyList(entry: MapEntry | undefined): boolean {
  const list = resolved(entry?.value);
  return list?.kind === 'sequence' && list.items.length === 0;
}
