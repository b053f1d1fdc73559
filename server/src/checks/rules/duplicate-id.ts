import type { Fix } from '../../base/finding.ts';
import { localText } from '../../base/locale.ts';
import type { Indicator } from '../../model/indicator.ts';
import { idOf } from '../../model/select.ts';
import type { IndicatorSystem } from '../../model/system.ts';
import type { Written } from '../../model/written.ts';
import { quoteScalar } from '../../syntax/edit.ts';
import type { Tree } from '../../syntax/tree.ts';
import { isAnchored, writeEntry } from '../edits.ts';
import type { Problem, Rule, TextContext } from '../rule.ts';
import { nameIn } from '../words.ts';

export const duplicateId: Rule = {
  code: 'duplicate-id',
  severity: 'error',
  level: 'text',
  title: localText(
    'Two indicators, adjustments, data sources or publications share an id',
    '两个指标、调整项、数据源或公布项使用同一 id',
  ),
  why: localText(
    'Ids tie data, weights and editions to an indicator. With two of one id nobody can tell which is meant.',
    'id 把数据、权重和各年度版本与指标对应起来。同一 id 出现两次，就无法分辨所指。',
  ),
  wrong: { definition: 'indicatorSystem: 1\nindicators:\n  - {id: a, name: A}\n  - {id: a, name: B}\n' },
  right: { definition: 'indicatorSystem: 1\nindicators:\n  - {id: a, name: A}\n  - {id: b, name: B}\n' },
  *check(context) {
    yield* ofIndicators(context);
    const { adjustments, data, publications } = context.system;
    for (const list of [adjustments, data, publications]) yield* ofList(list);
  },
};

function* ofIndicators({ tree, system }: TextContext): Iterable<Problem> {
  for (const [id, [first, ...others]] of byId(system.framework.sharing(idOf))) {
    for (const [position, other] of others.entries()) {
      yield {
        at: other.own.id!.node,
        message: localText(
          `the id ${id} is taken by ${nameIn(first!, 'en')}`,
          `id ${id} 已用于“${nameIn(first!, 'zh-CN')}”`,
        ),
        related: [{ at: first!.own.id!.node, message: localText('first used here', '首次使用于此') }],
        fixes: isRepeated(first!, other) ? [] : [renaming(tree, other, freshId(id, position + 2, system))],
      };
    }
  }
}

/** Ids are for telling the entries of one list apart; an alias may repeat an entry, not its id. */
function* ofList(entries: readonly { readonly id: Written<string> | undefined }[]): Iterable<Problem> {
  const first = new Map<string, Written<string>>();
  for (const { id } of entries) {
    if (id === undefined) continue;
    const taken = first.get(id.value);
    if (taken === undefined) first.set(id.value, id);
    else {
      yield {
        at: id.node,
        message: localText(`the id ${id.value} is taken`, `id ${id.value} 已被使用`),
        related: [{ at: taken.node, message: localText('first used here', '首次使用于此') }],
      };
    }
  }
}

/** Whether an alias puts the same text in both places. */
function isRepeated(first: Indicator, { own }: Indicator): boolean {
  return own.node === first.own.node || isAnchored(own.node) || isAnchored(own.id!.node);
}

function byId(indicators: readonly Indicator[]): ReadonlyMap<string, readonly Indicator[]> {
  const grouped = new Map<string, Indicator[]>();
  for (const indicator of indicators) {
    if (indicator.own.id === undefined) continue;
    const same = grouped.get(indicator.id);
    if (same === undefined) grouped.set(indicator.id, [indicator]);
    else same.push(indicator);
  }
  return grouped;
}

function freshId(id: string, from: number, { framework }: IndicatorSystem): string {
  for (let number = from; ; number++) if (!framework.has(idOf, `${id}-${number}`)) return `${id}-${number}`;
}

/** A leaf that is bound to its column by its id says so from now on. */
function renaming(tree: Tree, { id, own, children }: Indicator, fresh: string): Fix {
  const isBoundById = children === undefined && own.column === undefined && own.checklist === undefined;
  return {
    title: localText(`Rename to ${fresh}`, `改名为 ${fresh}`),
    edits: [
      { range: tree.rangeOf(own.id!.node), newText: quoteScalar(fresh) },
      ...(isBoundById ? writeEntry(tree, own.node, 'column', quoteScalar(id), { after: 'id' }) : []),
    ],
  };
}
