/**
 * The definition with everything written out that it inherits or leaves to a default: a definition itself, which scores
 * the same where it stands beside the original. Its comments are what cannot be said in the format: effective weights,
 * where a column was found. Not kept: the author's comments, anchors, `defaults`.
 */
import { inPercent, type Locale, type LocalText, localText } from '../base/locale.ts';
import type { Indicator } from '../model/indicator.ts';
import type { IndicatorSystem } from '../model/system.ts';
import { findColumn } from '../scoring/columnSearch.ts';
import { defaultMissing } from '../scoring/columns.ts';
import { usualTies } from '../scoring/compile/ranking.ts';
import { computedShares } from '../scoring/computedWeights.ts';
import { printNumber } from '../scoring/printNumber.ts';
import type { Scoring } from '../scoring/score.ts';
import { type EffectiveWeight, effectiveWeights } from '../scoring/weights.ts';
import { quoteScalar } from '../syntax/quote.ts';
import { itemsOf, type MapEntry, resolved } from '../syntax/tree.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type Additions, completed, completedYaml, entriesOnce, entriesYaml, nodeYaml } from './nodeYaml.ts';
import { aggregateYaml, leafYaml, missingBelow } from './resolvedMethods.ts';
import { flowYaml } from './yamlValue.ts';

/** `undefined`: the file holds no definition. */
export function resolvedDefinition(workspace: Workspace, file: string, locale: Locale): string | undefined {
  const system = workspace.system(file);
  const entries = entriesOnce(system.node).filter(({ name }) => name !== 'defaults');
  if (!entries.some(({ name }) => name === 'indicatorSystem')) return undefined;
  const scoring = workspace.scoring(file);
  const view: View = { system, scoring, weights: weightsOf(system, scoring), locale, say: text => text[locale] };
  const isBlock = ({ name }: MapEntry) => blocks.has(name);
  const head = entries
    .filter(entry => !isBlock(entry))
    .map(({ key, value }) => [nodeYaml(key), nodeYaml(value)] as const);
  const index: Additions = [
    ['weights', system.weights],
    ['scale', `[${system.scale.join(', ')}]`],
    ...aggregateYaml(undefined, system),
  ];
  const isBroken = workspace.tree(file).errors.length > 0;
  const lines = [
    `# ${view.say(words.head)}`,
    ...(isBroken ? [`# ${view.say(words.broken)}`] : []),
    ...completed(head, index).map(([key, yaml]) => `${key}: ${yaml}`),
    ...entries.filter(isBlock).flatMap(entry => ['', ...blockLines(entry, view)]),
    ...(entries.some(({ name }) => name === 'ranking') ? [] : ['', 'ranking:', ...linesUnder(usualRanking)]),
  ];
  return `${lines.join('\n')}\n`;
}

/** What takes more than a line. */
const blocks: ReadonlySet<string> = new Set([
  ...['levels', 'units', 'data', 'indicators', 'adjustments', 'ranking', 'tiers', 'publications', 'expect'],
  ...['robustness', 'rules'],
]);

interface View {
  readonly system: IndicatorSystem;
  readonly scoring: Scoring | undefined;
  /** By group where the weights differ by group; else one, without a name. */
  readonly weights: readonly {
    readonly group: string | undefined;
    readonly of: ReadonlyMap<string, EffectiveWeight>;
  }[];
  readonly locale: Locale;
  readonly say: (text: LocalText) => string;
}

function weightsOf(system: IndicatorSystem, scoring: Scoring | undefined): View['weights'] {
  const by = system.weightsBy?.value;
  const named = scoring?.data.groupSystems.find(({ id }) => id === by)?.groups;
  const groups = by === undefined || named === undefined ? [undefined] : named;
  const computed = scoring && computedShares(scoring);
  return groups.map(group => ({ group, of: effectiveWeights(system, group, computed) }));
}

function blockLines({ key, value }: MapEntry, view: View): readonly string[] {
  const name = nodeYaml(key);
  if (name === 'indicators')
    return ['indicators:', ...view.system.top.flatMap(each => indicatorLines(each, view, '  '))];
  const node = resolved(value);
  if (node?.kind === 'sequence' && node.items.length > 0) {
    const added: Additions = name === 'data' ? [['missing', flowYaml(defaultMissing)]] : [];
    return [`${name}:`, ...itemsOf(node).map(item => `  - ${completedYaml(item, added)}`)];
  }
  if (node?.kind !== 'map') return [`${name}: ${nodeYaml(node)}`];
  return [`${name}:`, ...linesUnder(completed(entriesYaml(node), name === 'ranking' ? usualRanking : []))];
}

const usualRanking: Additions = [
  ['best', 'highest'],
  ['ties', usualTies],
];

function linesUnder(entries: Additions): readonly string[] {
  return entries.map(([key, yaml]) => `  ${key}: ${yaml}`);
}

function indicatorLines(indicator: Indicator, view: View, indent: string): readonly string[] {
  const { own, children } = indicator;
  const inner = `${indent}  `;
  const written = entriesYaml(own.node).filter(([key]) => key !== 'indicators');
  const lines = children === undefined ? leafLines(indicator, written, view) : aggregateLines(indicator, written, view);
  const below = children ?? [];
  return [
    ...lines.map((line, position) => `${position === 0 ? `${indent}- ` : inner}${line}`),
    ...(own.childrenEntry === undefined ? [] : [`${inner}indicators:${below.length === 0 ? ' []' : ''}`]),
    ...below.flatMap(child => indicatorLines(child, view, `${inner}  `)),
  ];
}

function aggregateLines(indicator: Indicator, written: Additions, view: View): readonly string[] {
  return linesOf(completed(written, aggregateYaml(indicator, view.system)), weightText(indicator, view));
}

function leafLines(indicator: Indicator, written: Additions, view: View): readonly string[] {
  const { system, say } = view;
  const resolvedSteps = leafYaml(indicator, system);
  const steps = new Map(resolvedSteps);
  const own = written.map(([key, yaml]) => [key, steps.get(key) ?? yaml] as const);
  const { column, path } = dataOf(indicator, view);
  const lines = linesOf(completed(own, [...column, ...resolvedSteps]), weightText(indicator, view));
  const missing = missingBelow(indicator.parent, system);
  const isInherited = indicator.own.missing === undefined && typeof missing === 'string';
  return [
    ...lines.map(line => (path !== undefined && line.startsWith('column: ') ? `${line}   # ${path}` : line)),
    ...(steps.has('normalise') ? [] : [`# ${say(words.noMethod)}`]),
    ...(isInherited ? [`# missing: ${missing}   (${say(words.asParent)})`] : []),
  ];
}

/** The column and its source as keys where the source has an id, and the file that it is found in. */
function dataOf({ id, own }: Indicator, { scoring }: View): { readonly column: Additions; readonly path?: string } {
  if (own.checklist !== undefined) return { column: [] };
  const name = own.column?.value ?? id;
  const source = findColumn(scoring?.data.sources ?? [], name, own.from?.value)?.source.declaration;
  const from: Additions = source?.id === undefined ? [] : [['from', quoteScalar(source.id.value)]];
  const path = source?.path?.value.replaceAll(/\s+/g, ' ');
  return { column: [['column', quoteScalar(name)], ...from], ...(path === undefined ? {} : { path }) };
}

function weightText({ id }: Indicator, { weights, say, locale }: View): string | undefined {
  const percent = (share: number) => inPercent(printNumber(share * 100), locale);
  const texts = weights.flatMap(({ group, of }) => {
    const weight = of.get(id);
    if (weight === undefined) return [];
    const name = group === undefined ? '' : `${group.replaceAll(/\s+/g, ' ')} `;
    const share = `${say(words.share)} ${percent(weight.share)}`;
    return `${name}${share}${say(words.and)}${say(words.effective)} ${percent(weight.effective)}`;
  });
  return texts.length === 0 ? undefined : texts.join(say(words.groups));
}

function linesOf(entries: Additions, comment: string | undefined): readonly string[] {
  const [first, ...rest] = entries.map(([key, yaml]) => `${key}: ${yaml}`);
  return first === undefined ? ['{}'] : [comment === undefined ? first : `${first}   # ${comment}`, ...rest];
}

const words = {
  head: localText(
    'Everything inherited and every default is written out. Read-only; paths are from the folder of the definition.',
    '所有继承的设置和默认值均已写出。只读；路径相对于原定义文件所在的文件夹。',
  ),
  broken: localText(
    'The YAML of the definition has errors: only what could be read of it stands here.',
    '定义的 YAML 有错误：这里只有能够读出的部分。',
  ),
  noMethod: localText(
    'normalise: no method is stated or inherited, so this cannot be scored',
    'normalise：既未写明也未继承任何方法，因此无法计分',
  ),
  asParent: localText('as the aggregate above says', '按上一级指标的规定'),
  and: localText(', ', '，'),
  groups: localText('; ', '；'),
  share: localText('share', '权重占比'),
  effective: localText('effective weight', '综合权重'),
};
