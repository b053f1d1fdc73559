import type { Fix } from '../../base/finding.ts';
import { localText } from '../../base/locale.ts';
import type { Indicator } from '../../model/indicator.ts';
import { nameNode } from '../../model/siblings.ts';
import type { DataSource } from '../../model/units.ts';
import { quoteScalar } from '../../syntax/edit.ts';
import { entryOf, type Tree } from '../../syntax/tree.ts';
import { isAnchored, writeEntry } from '../edits.ts';
import type { DataContext, Rule } from '../rule.ts';
import { listIn, nameIn } from '../words.ts';

const definition = (from: string) =>
  `indicatorSystem: 1\nunits: {id: name}\ndata: [{id: survey, path: demo.csv}, {id: registry, path: more.csv}]\nindicators:\n  - {id: online, name: 网办率, normalise: none${from}}\n`;
const files = { 'demo.csv': 'name,online\n北京市,97\n', 'more.csv': 'name,online\n北京市,91\n' };

export const ambiguousColumn: Rule = {
  code: 'ambiguous-column',
  severity: 'warning',
  level: 'data',
  title: localText(
    'Several data sources have the column, and `from` does not say which is meant',
    '多个数据源都有该列，而没有用 `from` 写明取哪一个',
  ),
  why: localText(
    'The first source is read. Put another one before it, and the scores are others without a word.',
    '此时读取第一个数据源。只要在它之前再加一个数据源，得分就会在不知不觉中改变。',
  ),
  wrong: { definition: definition(''), files },
  right: { definition: definition(', from: survey'), files },
  *check(context) {
    for (const { sources, indicators } of ambiguous(context)) {
      const [first] = sources;
      const names = (locale: 'en' | 'zh-CN') =>
        listIn(
          indicators.map(indicator => nameIn(indicator, locale)),
          locale,
          3,
        );
      yield {
        at: placeOf(indicators[0]!),
        message: localText(
          `${names('en')}: the column is in ${sources.map(nameOf).join(', ')}; ${nameOf(first!)} is read, say so by from`,
          `${names('zh-CN')}：${sources.map(nameOf).join('、')} 都有该列，读取的是 ${nameOf(first!)}，请用 from 写明`,
        ),
        related: indicators.slice(1).map(indicator => ({
          at: placeOf(indicator),
          message: localText(nameIn(indicator, 'en'), nameIn(indicator, 'zh-CN')),
        })),
        fixes: () => sayFrom(context.tree, indicators, first?.id?.value),
      };
    }
  },
};

interface Ambiguous {
  /** Those that have the column, the one that is read first. */
  readonly sources: readonly DataSource[];
  readonly indicators: Indicator[];
}

/** Leaves without `from`, by the sources that have their columns. */
function ambiguous({ data }: DataContext): Iterable<Ambiguous> {
  const found = new Map<string, Ambiguous>();
  if (data.sources.length < 2) return [];
  for (const [indicator, { places }] of data.leaves) {
    if (indicator.own.from !== undefined) continue;
    const name = places[0]?.source.table?.columns[places[0].column]?.name;
    if (name === undefined) continue;
    const sources = data.sources.filter(({ table }) => (table?.columnIndex(name) ?? -1) >= 0);
    if (sources.length < 2) continue;
    const key = sources.map(({ index }) => index).join();
    const known = found.get(key) ?? { sources: sources.map(({ declaration }) => declaration), indicators: [] };
    known.indicators.push(indicator);
    found.set(key, known);
  }
  return found.values();
}

function nameOf({ id, path }: DataSource): string {
  return id?.value ?? path?.value ?? '';
}

function placeOf(indicator: Indicator) {
  return indicator.own.column?.node ?? nameNode(indicator);
}

function sayFrom(tree: Tree, indicators: readonly Indicator[], id: string | undefined): readonly Fix[] {
  if (id === undefined || indicators.some(({ own }) => isAnchored(own.node))) return [];
  const edits = indicators.flatMap(({ own }) => {
    const after = ['column', 'name', 'id'].find(key => entryOf(own.node, key) !== undefined);
    return writeEntry(tree, own.node, 'from', quoteScalar(id), after === undefined ? {} : { after });
  });
  return [{ title: localText(`Write from: ${id}`, `写明 from: ${id}`), edits, preferred: true }];
}
