/**
 * Other weights and methods tried: the definition's text with them in it is scored as any text is, so what is shown is
 * what writing them back gives, to the last digit.
 */
import {
  compare,
  type Decimal,
  decimalOf,
  parseDecimal,
  printDecimal,
  sum,
  toNumber,
  zero,
} from '../../base/decimal.ts';
import type { Locale } from '../../base/locale.ts';
import { applyEdits, type TextEdit } from '../../base/text.ts';
import { isAnchored } from '../../checks/edits.ts';
import { writtenSiblings } from '../../checks/writtenWeights.ts';
import type { Indicator } from '../../model/indicator.ts';
import type { Siblings } from '../../model/siblings.ts';
import type { IndicatorSystem } from '../../model/system.ts';
import type {
  Trial,
  TriedRanking,
  TriedWeights,
  WeightedIndicator,
  WeightLevel,
  WeightsView,
} from '../../protocol/questions.ts';
import { computedShares } from '../../scoring/computedWeights.ts';
import { nameText } from '../../scoring/names.ts';
import type { Scoring } from '../../scoring/score.ts';
import { effectiveWeights } from '../../scoring/weights.ts';
import { triedVersionOf } from '../../workspace/files.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { standingsOf } from '../unitColumns.ts';
import { methodEdits, methodsView } from './otherMethods.ts';
import { shownScoring } from './preview.ts';

export function weightsView(workspace: Workspace, file: string, locale: Locale): WeightsView {
  const system = workspace.system(file);
  const scoring = shownScoring(workspace, file);
  const weights = effectiveWeights(system, undefined, scoring && computedShares(scoring));
  const indicators: WeightedIndicator[] = [];
  const visit = (indicator: Indicator, depth: number) => {
    const { id, own, children, parent } = indicator;
    const { share = null, effective = null } = weights.get(id) ?? {};
    const name = nameText(own.name?.value, id)[locale];
    indicators.push({ id, name, parent: parent?.id ?? null, depth, isLeaf: children === undefined, share, effective });
    for (const child of children ?? []) visit(child, depth + 1);
  };
  for (const indicator of system.top) visit(indicator, 0);
  const levels = freeLevels(system).map(level => levelView(system, level, locale));
  return { indicators, levels, methods: methodsView(workspace, file, locale) };
}

/** Siblings whose weights are all written once, as numbers, and may be changed without changing another sum. */
export function freeLevels(system: IndicatorSystem): readonly Siblings[] {
  return writtenSiblings(system).filter(({ members, weighting }) => {
    if (members.length < 2 || weighting !== undefined) return false;
    return members.every(member => weightOf(member) !== undefined && !isSharedOut(system, member));
  });
}

/** `undefined`: by group, not a number, or repeated elsewhere. */
export function weightOf({ own }: Indicator): Decimal | undefined {
  if (own.weight?.kind !== 'single' || isAnchored(own.weight.weight.node) || isAnchored(own.node)) return undefined;
  const { value } = own.weight.weight.value;
  return value !== undefined && compare(value, zero) >= 0 ? value : undefined;
}

/** With points the children share out what their parent has. */
function isSharedOut({ weights }: IndicatorSystem, { children }: Indicator): boolean {
  return weights === 'points' && children?.some(({ own }) => own.weight !== undefined) === true;
}

/** Decimals in which weights are tried: those that are written, and enough for a thousandth of the whole. */
export function placesOf({ members }: Siblings): number {
  const written = members.map(member => weightOf(member)!);
  const whole = toNumber(sum(written));
  const enough = Math.max(0, Math.ceil(3 - Math.log10(Math.max(whole, 1e-6))));
  return Math.max(enough, ...written.map(({ scale }) => scale));
}

function levelView(system: IndicatorSystem, siblings: Siblings, locale: Locale): WeightLevel {
  const { parent, members } = siblings;
  const title = system.title?.value;
  return {
    parent: parent?.id ?? null,
    name:
      parent === undefined
        ? nameText(title, system.id?.value ?? '')[locale]
        : nameText(parent.own.name?.value, parent.id)[locale],
    whole: toNumber(sum(members.map(member => weightOf(member)!))),
    step: 10 ** -placesOf(siblings),
    members: members.map(member => ({
      id: member.id,
      name: nameText(member.own.name?.value, member.id)[locale],
      weight: toNumber(weightOf(member)!),
    })),
  };
}

/** `undefined`: it cannot be tried. */
export function trialEdits(workspace: Workspace, file: string, trial: Trial): readonly TextEdit[] | undefined {
  const weights = weightEdits(workspace, file, trial.weights ?? {});
  const methods = methodEdits(workspace, file, trial);
  return weights && methods && [...weights, ...methods];
}

/** `undefined`: one of them is not a weight that may be changed, or not a number. */
function weightEdits(workspace: Workspace, file: string, weights: TriedWeights): readonly TextEdit[] | undefined {
  const tree = workspace.tree(file);
  const free = new Map(
    freeLevels(workspace.system(file)).flatMap(({ members }) => members.map(each => [each.id, each])),
  );
  const edits: TextEdit[] = [];
  for (const [id, text] of Object.entries(weights)) {
    const written = free.get(id)?.own.weight;
    const value = parseDecimal(text);
    if (written?.kind !== 'single' || value === undefined || value.digits < 0n) return undefined;
    if (compare(value, written.weight.value.value ?? decimalOf(-1)) === 0) continue;
    edits.push({ range: tree.rangeOf(written.weight.node), newText: printDecimal(value) });
  }
  return edits;
}

/** The scoring of a trial; `undefined` where it cannot be tried. */
export function tried(workspace: Workspace, file: string, trial: Trial): Scoring | undefined {
  const edits = shownScoring(workspace, file) && trialEdits(workspace, file, trial);
  if (edits === undefined) return undefined;
  const version = triedVersionOf(file);
  workspace.liken(version, file);
  workspace.setDefinition(version, { kind: 'text', text: applyEdits(workspace.text(file), edits) });
  return shownScoring(workspace, version);
}

export function triedRanking(scoring: Scoring): TriedRanking {
  const { scores, ranks, tiers } = standingsOf(scoring);
  const standings = scoring.data.units.map(
    ({ id }, unit) => [id, { score: scores[unit]!, rank: ranks[unit]!, tier: tiers[unit]! }] as const,
  );
  return { units: Object.fromEntries(standings) };
}
