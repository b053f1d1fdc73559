/** What is not written, beside what is: effective weights, implied shares, how many units a tier has. */
import { type InlayHint, InlayHintKind, type Range } from 'vscode-languageserver-types';
import { type Locale, type LocalText, localText } from '../base/locale.ts';
import { lineStarts, offsetAt, positionAt } from '../base/text.ts';
import type { Indicator } from '../model/indicator.ts';
import { nameNode } from '../model/siblings.ts';
import { computedShares } from '../scoring/computedWeights.ts';
import { type EffectiveWeight, effectiveWeights } from '../scoring/weights.ts';
import type { Node } from '../syntax/tree.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { percent } from './figures.ts';

interface Hint {
  readonly after: Node;
  readonly label: string;
  readonly tooltip: LocalText;
}

export function inlayHints(workspace: Workspace, file: string, range: Range, locale: Locale): InlayHint[] {
  const tree = workspace.tree(file);
  const starts = lineStarts(tree.text);
  const from = offsetAt(starts, tree.text.length, range.start);
  const to = offsetAt(starts, tree.text.length, range.end);
  const isShown = (node: Node) => {
    const { start, end } = tree.rangeOf(node);
    return from <= end && start <= to;
  };
  const { indicators } = workspace.system(file);
  const seen = new Set<Node>(); // what an alias repeats stands in the text once
  const shown = indicators.filter(({ own }) => isShown(own.node) && !seen.has(own.node) && seen.add(own.node));
  const hints = [...(shown.length === 0 ? [] : weightHints(workspace, file, shown)), ...tierHints(workspace, file)];
  return hints.flatMap(({ after, label, tooltip }) => {
    const { start, end } = tree.rangeOf(after);
    // After a text of several lines a hint would stand far from what it is about.
    if (!isShown(after) || tree.text.slice(start, end).includes('\n')) return [];
    return [
      {
        position: positionAt(starts, end),
        label,
        kind: InlayHintKind.Type,
        tooltip: tooltip[locale],
        paddingLeft: true,
      },
    ];
  });
}

function weightHints(workspace: Workspace, file: string, shown: readonly Indicator[]): readonly Hint[] {
  const system = workspace.system(file);
  const scoring = workspace.scoring(file);
  const weights = effectiveWeights(system, undefined, scoring && computedShares(scoring));
  return shown.flatMap(indicator => {
    const found = weights.get(indicator.id);
    return found === undefined || indicator.own.bonus !== undefined ? [] : weightHint(indicator, found);
  });
}

/** At a weight the effective weight, where it says something else; where there is no weight, the share too. */
function weightHint({ own, id, level }: Indicator, { exactShare, exactEffective }: EffectiveWeight): readonly Hint[] {
  const [share, effective] = [figure(exactShare), figure(exactEffective)];
  if (own.weight?.kind === 'single') {
    const isSaid = effective === `${own.weight.weight.value.source} %`;
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
function figure(value: EffectiveWeight['exactShare']): string {
  return percent(value).replace(/ \(.*\)$/, '');
}

function tierHints(workspace: Workspace, file: string): readonly Hint[] {
  const scoring = workspace.scoring(file);
  if (scoring === undefined) return [];
  const counts = new Map<number, number>();
  for (const tier of scoring.ranking.tiers) counts.set(tier, (counts.get(tier) ?? 0) + 1);
  return workspace.system(file).tiers.flatMap(({ name }, tier) => {
    const count = counts.get(tier) ?? 0;
    const tooltip = localText(`units in this tier: ${count}`, `该档评估对象：${count} 个`);
    return name === undefined ? [] : [{ after: name.node, label: String(count), tooltip }];
  });
}
