/** What is not written, beside what is: effective weights, implied shares, how many units a tier has. */
import { type InlayHint, InlayHintKind, type Range } from 'vscode-languageserver-types';
import { inPercent, type Locale, type LocalText, localText } from '../base/locale.ts';
import type { TextRange } from '../base/text.ts';
import type { Indicator } from '../model/indicator.ts';
import { nameNode } from '../model/siblings.ts';
import { computedShares } from '../scoring/computedWeights.ts';
import { type EffectiveWeight, eachEffectiveWeight } from '../scoring/weights.ts';
import type { Node } from '../syntax/tree.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { percent } from './figures.ts';
import { indicatorsTouching } from './touching.ts';

interface Hint {
  readonly after: Node;
  readonly label: string;
  readonly tooltip: LocalText;
}

export function inlayHints(workspace: Workspace, file: string, range: Range, locale: Locale): InlayHint[] {
  const tree = workspace.tree(file);
  const { source } = tree;
  const shown = { start: source.offsetAt(range.start), end: source.offsetAt(range.end) };
  return [...weightHints(workspace, file, shown, locale), ...tierHints(workspace, file)].flatMap(
    ({ after, label, tooltip }) => {
      const { start, end } = tree.rangeOf(after);
      // After a text of several lines a hint would stand far from what it is about.
      if (end < shown.start || shown.end < start || source.slice(start, end).includes('\n')) return [];
      return [
        {
          position: source.positionAt(end),
          label,
          kind: InlayHintKind.Type,
          tooltip: tooltip[locale],
          paddingLeft: true,
        },
      ];
    },
  );
}

function weightHints(workspace: Workspace, file: string, shown: TextRange, locale: Locale): readonly Hint[] {
  const tree = workspace.tree(file);
  const system = workspace.system(file);
  const scoring = workspace.scoring(file);
  const computed = scoring && computedShares(scoring);
  const isShown = new Set(indicatorsTouching(tree, system, shown));
  const hints: Hint[] = [];
  const seen = new Set<Node>(); // what an alias repeats stands in the text once
  const goesBelow = (indicator: Indicator) => isShown.has(indicator);
  eachEffectiveWeight(system, { group: undefined, ...(computed && { computed }), goesBelow }, (indicator, weight) => {
    if (!isShown.has(indicator) || seen.has(indicator.own.node)) return;
    seen.add(indicator.own.node);
    hints.push(...weightHint(indicator, weight, locale));
  });
  return hints;
}

/** At a weight the effective weight, where it says something else; where there is no weight, the share too. */
function weightHint({ own, id, level }: Indicator, weight: EffectiveWeight, locale: Locale): readonly Hint[] {
  const [share, effective] = [figure(weight.exactShare, locale), figure(weight.exactEffective, locale)];
  if (own.weight?.kind === 'single') {
    const isSaid = effective === inPercent(own.weight.weight.value.source, locale);
    const tooltip = localText('weight in the whole index', '在总指数中的综合权重');
    return isSaid ? [] : [{ after: own.weight.weight.node, label: equalTo(effective), tooltip }];
  }
  if (own.weight !== undefined) return [];
  const label = level === 1 ? share : `${share} ${equalTo(effective)}`;
  const tooltip = localText(
    'share among its siblings, and weight in the whole index',
    '占同级的份额，及在总指数中的综合权重',
  );
  return [{ after: nameNode({ own }), label, tooltip }].filter(() => id !== '');
}

/** A rounded figure says so itself: `≈ 33.3333 %`. */
function equalTo(figure: string): string {
  return figure.startsWith('≈') ? figure : `= ${figure}`;
}

/** Without the exact fraction that a hover gives. */
function figure(value: EffectiveWeight['exactShare'], locale: Locale): string {
  return percent(value, locale).replace(/ \(.*\)$/, '');
}

function tierHints(workspace: Workspace, file: string): readonly Hint[] {
  const scoring = workspace.scoring(file);
  if (scoring === undefined || (scoring.compiled.noTotals ?? scoring.compiled.noTiers) !== undefined) return [];
  const counts = new Map<number, number>();
  for (const tier of scoring.ranking.tiers) counts.set(tier, (counts.get(tier) ?? 0) + 1);
  return workspace.system(file).tiers.flatMap(({ name }, tier) => {
    const count = counts.get(tier) ?? 0;
    const tooltip = localText(`units in this tier: ${count}`, `该档评估对象：${count} 个`);
    return name === undefined ? [] : [{ after: name.node, label: String(count), tooltip }];
  });
}
