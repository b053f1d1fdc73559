/** An indicator as Markdown: where it stands, what it counts, how it is computed and what its data look like. */
import type { Locale } from '../../base/locale.ts';
import type { Indicator } from '../../model/indicator.ts';
import { type nameNode, type Siblings, siblingsUnder, weightGroups } from '../../model/siblings.ts';
import type { IndicatorSystem } from '../../model/system.ts';
import { computedShares, weightingText } from '../../scoring/computedWeights.ts';
import { textOf } from '../../scoring/names.ts';
import type { Scoring } from '../../scoring/score.ts';
import { effectiveWeight } from '../../scoring/weights.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { percent } from '../figures.ts';
import { code, escaped, lines, paragraphs } from '../markdown.ts';
import { dataText } from './data.ts';
import { methodLine } from './method.ts';

export function indicatorText(workspace: Workspace, file: string, indicator: Indicator, locale: Locale): string {
  const system = workspace.system(file);
  return paragraphs([
    lines([
      `**${escaped(nameOf(indicator, locale))}** ${code(indicator.id)}`,
      escaped(pathOf(system, indicator, locale)),
      escaped(levelText(system, indicator, locale)),
    ]),
    lines([
      ...weightLines(system, workspace.scoring(file), indicator, locale),
      ...sumProblems(workspace, file, indicator, locale),
    ]),
    methodLine(system, workspace.scoring(file), indicator, locale),
    dataText(workspace, file, indicator, locale),
  ]);
}

function nameOf({ own, id }: Indicator, locale: Locale): string {
  return textOf(own.name?.value, locale) ?? id;
}

function pathOf(system: IndicatorSystem, indicator: Indicator, locale: Locale): string {
  const names = [nameOf(indicator, locale)];
  for (let above = indicator.parent; above !== undefined; above = above.parent) names.unshift(nameOf(above, locale));
  return [textOf(system.title?.value, locale) ?? system.id?.value ?? '', ...names].filter(Boolean).join(' › ');
}

function levelText({ levels }: IndicatorSystem, { level, children }: Indicator, locale: Locale): string {
  const name = textOf(levels[level - 1]?.name?.value, locale);
  const at = locale === 'en' ? `level ${level}` : `第 ${level} 级`;
  const isSaid = name === undefined || name.toLowerCase() === at;
  const named = isSaid ? at : locale === 'en' ? `${at}, ${name}` : `${at}，${name}`;
  if (children === undefined) return named;
  const [nLeaves, nChildren] = [leavesBelow(children), children.length];
  return locale === 'en'
    ? `${named}; ${nLeaves} indicators with data below, ${nChildren} directly`
    : `${named}；下含 ${nLeaves} 个末级指标，直接下级 ${nChildren} 个`;
}

function leavesBelow(children: readonly Indicator[]): number {
  return children.reduce((sum, child) => sum + (child.children === undefined ? 1 : leavesBelow(child.children)), 0);
}

function weightLines(
  system: IndicatorSystem,
  scoring: Scoring | undefined,
  indicator: Indicator,
  locale: Locale,
): readonly string[] {
  const { bonus, weight } = indicator.own;
  if (bonus !== undefined) {
    const cap = bonus.cap?.entry === undefined ? '?' : sourceOf(bonus.cap.node);
    return [locale === 'en' ? `Bonus of at most ${cap} points` : `加分，最多 ${cap} 分`];
  }
  const siblings = siblingsWith(system, indicator);
  const groups: readonly (string | undefined)[] = siblings === undefined ? [] : weightGroups(siblings.members);
  return (groups.length === 0 ? [undefined] : groups).map(group => {
    const found = effectiveWeight(system, indicator, { group, ...(scoring && { computed: computedShares(scoring) }) });
    const written = weight?.kind === 'by-group' ? weight.weights.get(group ?? '') : weight?.weight;
    const of = group === undefined ? '' : `${escaped(group)}: `;
    const computed = siblings?.weighting && weightingText(siblings.weighting);
    const figure = computed ?? (written === undefined ? '' : escaped(written.value.source));
    if (found === undefined) {
      return of + (locale === 'en' ? `Weight ${figure}: its share is not known` : `权重 ${figure}：份额无法确定`);
    }
    const [share, effective] = [percent(found.exactShare, locale), percent(found.exactEffective, locale)];
    return locale === 'en'
      ? `${of}Weight ${figure === '' ? 'equal' : figure}: ${share} of its siblings, ${effective} of the index`
      : `${of}权重 ${figure === '' ? '等权' : figure}：占同级 ${share}，综合权重 ${effective}`;
  });
}

/** Messages on sums that this indicator's weight is part of, also where they stand at a sibling's. */
function sumProblems(workspace: Workspace, file: string, { own }: Indicator, locale: Locale): readonly string[] {
  if (own.weight === undefined) return [];
  const entry = workspace.tree(file).rangeOf(own.weight.entry);
  const isHere = (place: { file: string; range: { start: number; end: number } }) =>
    place.file === file && place.range.start >= entry.start && place.range.end <= entry.end;
  return workspace
    .textFindings(file)
    .filter(({ code: rule }) => ['weight-sum', 'points-sum', 'weight-group-sum'].includes(rule))
    .filter(finding => isHere(finding) || finding.related.some(isHere))
    .map(({ message }) => `⚠ ${escaped(message[locale])}`);
}

function siblingsWith(system: IndicatorSystem, indicator: Indicator): Siblings | undefined {
  return siblingsUnder(system, indicator.parent).find(({ members }) => members.includes(indicator));
}

function sourceOf(node: ReturnType<typeof nameNode>): string {
  return node.kind === 'scalar' ? escaped(node.source) : '?';
}
