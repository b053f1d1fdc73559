/** The framework of a definition for the editor's views: weights and findings of every indicator, results of `expect`. */
import type { Finding } from '../base/finding.ts';
import type { Locale } from '../base/locale.ts';
import type { Indicator } from '../model/indicator.ts';
import { nameNode, siblingsOf } from '../model/siblings.ts';
import type { IndicatorSystem } from '../model/system.ts';
import type { FrameworkIndicator, FrameworkView, PlacedExpectation } from '../protocol/framework.ts';
import type { ExpectationView } from '../protocol/preview.ts';
import { claimText, expectedText } from '../scoring/claimText.ts';
import { computedShares, weightingText } from '../scoring/computedWeights.ts';
import { textOf } from '../scoring/names.ts';
import { totalOf } from '../scoring/score.ts';
import { type EffectiveWeight, effectiveWeights } from '../scoring/weights.ts';
import type { Node } from '../syntax/tree.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { percent } from './figures.ts';
import { indicatorAt } from './indicatorAt.ts';
import { rangeOf } from './positions.ts';
import { type PreviewQuery, previewState, shownScoring } from './preview/preview.ts';
import { expectationViews } from './preview/ranking.ts';

export type FrameworkQuery = Omit<PreviewQuery, 'baseline' | 'revision'>;

export function framework(workspace: Workspace, query: FrameworkQuery, locale: Locale): FrameworkView {
  const { file, uri, version } = query;
  const system = workspace.system(file);
  const scoring = shownScoring(workspace, file);
  const facts: Facts = {
    system,
    locale,
    weights: effectiveWeights(system, undefined, scoring && computedShares(scoring)),
    computed: computedBy(system),
    findings: findingsByIndicator(workspace, file),
    rangeOf: ranges(workspace, file),
  };
  return {
    uri,
    version,
    title: textOf(system.title?.value, locale) ?? system.id?.value ?? '',
    state: previewState(workspace, query),
    nScored:
      scoring === undefined
        ? null
        : scoring.data.units.filter((_, unit) => totalOf(scoring, unit).kind === 'number').length,
    indicators: system.top.map(indicator => indicatorView(indicator, facts)),
    expectations: expectations(workspace, file, locale, facts),
  };
}

interface Facts {
  readonly system: IndicatorSystem;
  readonly locale: Locale;
  readonly weights: ReadonlyMap<string, EffectiveWeight>;
  /** By indicator: what computes its weight. */
  readonly computed: ReadonlyMap<Indicator, string>;
  readonly findings: ReadonlyMap<Indicator, Counts>;
  readonly rangeOf: (node: Node) => FrameworkIndicator['range'];
}

interface Counts {
  errors: number;
  warnings: number;
}

function indicatorView(indicator: Indicator, facts: Facts): FrameworkIndicator {
  const { own, id, level, children } = indicator;
  const { errors, warnings } = facts.findings.get(indicator) ?? { errors: 0, warnings: 0 };
  const weight = own.bonus === undefined ? facts.weights.get(id) : undefined;
  return {
    id,
    name: textOf(own.name?.value, facts.locale) ?? id,
    level,
    levelName: textOf(facts.system.levels[level - 1]?.name?.value, facts.locale) ?? null,
    weight: own.bonus === undefined ? writtenWeight(indicator, facts) : '',
    effective: weight === undefined ? '' : percent(weight.exactEffective, facts.locale),
    bonusCap: own.bonus === undefined ? null : sourceOf(own.bonus.cap?.node),
    errors,
    warnings,
    range: facts.rangeOf(own.node),
    head: facts.rangeOf(nameNode(indicator)),
    children: children?.map(child => indicatorView(child, facts)) ?? null,
  };
}

function writtenWeight(indicator: Indicator, { computed }: Facts): string {
  const { weight } = indicator.own;
  const method = computed.get(indicator);
  if (method !== undefined) return method;
  if (weight?.kind === 'single') return weight.weight.value.source;
  if (weight === undefined) return '';
  return [...weight.weights].map(([group, { value }]) => `${value.source} (${group})`).join(', ');
}

function computedBy(system: IndicatorSystem): ReadonlyMap<Indicator, string> {
  return new Map(
    siblingsOf(system).flatMap(({ members, weighting }) =>
      weighting === undefined ? [] : members.map(member => [member, weightingText(weighting)] as const),
    ),
  );
}

function sourceOf(node: Node | undefined): string {
  return node?.kind === 'scalar' ? node.source : '?';
}

/** A finding belongs to the innermost indicator whose text holds its beginning; those in data files to none. */
function findingsByIndicator(workspace: Workspace, file: string): ReadonlyMap<Indicator, Counts> {
  const [tree, system] = [workspace.tree(file), workspace.system(file)];
  const counts = new Map<Indicator, Counts>();
  const isCounted = ({ severity }: Finding) => severity === 'error' || severity === 'warning';
  for (const finding of workspace.findings(file)) {
    if (finding.file !== file || !isCounted(finding)) continue;
    const indicator = indicatorAt(tree, system, finding.range.start)?.indicator;
    if (indicator === undefined) continue;
    const found = counts.get(indicator) ?? { errors: 0, warnings: 0 };
    found[finding.severity === 'error' ? 'errors' : 'warnings']++;
    counts.set(indicator, found);
  }
  return counts;
}

/** Where nothing is scored, what is expected without a result. */
function expectations(
  workspace: Workspace,
  file: string,
  locale: Locale,
  { system, rangeOf }: Facts,
): readonly PlacedExpectation[] {
  const scoring = shownScoring(workspace, file);
  const views = scoring === undefined ? unchecked(system, locale) : expectationViews(scoring, locale);
  return views.map(view => ({ ...view, range: rangeOf(system.expectations[view.index]!.node) }));
}

function unchecked(system: IndicatorSystem, locale: Locale): readonly ExpectationView[] {
  return system.expectations.flatMap(({ claim, note }, index) =>
    claim === undefined
      ? []
      : {
          index,
          text: claimText(claim, system.tiers)[locale],
          holds: null,
          expected: expectedText(claim)[locale],
          actual: null,
          note: textOf(note?.value, locale) ?? null,
        },
  );
}

function ranges(workspace: Workspace, file: string): Facts['rangeOf'] {
  const tree = workspace.tree(file);
  return node => rangeOf(tree.source, tree.rangeOf(node));
}
