/** Over the text: the ranking, what weights sum to, whether expectations hold. */
import type { CodeLens, Command } from 'vscode-languageserver-types';
import { compare, printDecimal, subtract, sum } from '../base/decimal.ts';
import { type Locale, type LocalText, localText } from '../base/locale.ts';
import { wholes } from '../checks/writtenWeights.ts';
import { type Siblings, siblingsOf, weightNumbers } from '../model/siblings.ts';
import type { IndicatorSystem } from '../model/system.ts';
import { actualText } from '../scoring/claimText.ts';
import { weightingText } from '../scoring/computedWeights.ts';
import { checkExpectations } from '../scoring/expectations.ts';
import type { Place } from '../syntax/tree.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { rangeOf } from './positions.ts';

interface Lens {
  readonly at: Place;
  readonly title: LocalText;
  readonly command?: Pick<Command, 'command' | 'arguments'>;
}

export interface CodeLensQuery {
  readonly file: string;
  /** The client's spelling of `file`. */
  readonly uri: string;
  /** The command that shows the ranking, where the client has one. */
  readonly previewCommand: string | undefined;
}

export function codeLenses(workspace: Workspace, query: CodeLensQuery, locale: Locale): CodeLens[] {
  const { file } = query;
  const tree = workspace.tree(file);
  const system = workspace.system(file);
  const lenses = [
    ...previewLens(system, query),
    ...onceEach(siblingsOf(system)).flatMap(siblings => sumLens(system, siblings)),
    ...expectationLenses(workspace, file),
  ];
  return lenses.map(({ at, title, command }) => ({
    range: rangeOf(tree.source, tree.rangeOf(at)),
    // Without a command editors show the text alone.
    command: { title: title[locale], command: '', ...command },
  }));
}

/** What an alias repeats stands in the text once. */
function onceEach(all: readonly Siblings[]): readonly Siblings[] {
  return [...new Map(all.map(siblings => [siblings.entry, siblings])).values()];
}

function previewLens({ node }: IndicatorSystem, { uri, previewCommand }: CodeLensQuery): readonly Lens[] {
  const first = node?.entries[0];
  if (first === undefined || previewCommand === undefined) return [];
  const title = localText('Preview ranking', '预览排名');
  return [{ at: first.key, title, command: { command: previewCommand, arguments: [uri] } }];
}

function sumLens(system: IndicatorSystem, { members, bonuses, entry, weighting }: Siblings): readonly Lens[] {
  if (members.length === 0) return [];
  const nouns = members.length === 1 ? 'indicator' : 'indicators';
  const count = localText(`${members.length} ${nouns}`, `${members.length} 个指标`);
  const bonus = bonuses.length === 0 ? localText('', '') : localText(' + bonus', '，另有加分');
  const words = weighting === undefined ? sumText(system, members) : named(weightingText(weighting));
  return [
    {
      at: entry.key,
      title: localText(
        `${words.en} · ${count.en}${bonus.en}`,
        `${words['zh-CN']} · ${count['zh-CN']}${bonus['zh-CN']}`,
      ),
    },
  ];
}

function named(method: string): LocalText {
  return localText(`weights: ${method}`, `权重：${method}`);
}

function sumText({ weights }: IndicatorSystem, members: Siblings['members']): LocalText {
  if (members.every(({ own }) => own.weight === undefined)) return localText('equal weights', '等权');
  if (members.some(({ own }) => own.weight?.kind === 'by-group')) return localText('weights by group', '分组权重');
  const numbers = weightNumbers(members, undefined);
  if (numbers === undefined) return localText('Σ ?', 'Σ ?');
  const [total, whole] = [sum(numbers), wholes[weights]];
  const text = `Σ ${printDecimal(total)}`;
  if (whole === undefined || compare(total, whole) === 0) return localText(text, text);
  const difference = subtract(total, whole);
  const signed = `${difference.digits > 0n ? '+' : ''}${printDecimal(difference)}`;
  return localText(`${text} ≠ ${printDecimal(whole)} (${signed})`, `${text} ≠ ${printDecimal(whole)}（差 ${signed}）`);
}

function expectationLenses(workspace: Workspace, file: string): readonly Lens[] {
  const scoring = workspace.scoring(file);
  if (scoring === undefined) return [];
  return checkExpectations(scoring).flatMap(checked => {
    const { holds, expectation } = checked;
    if (holds === undefined) return [];
    const actual = actualText(checked);
    const title = holds
      ? localText('✓ holds', '✓ 成立')
      : localText(`✗ came out: ${actual?.en ?? '?'}`, `✗ 实际：${actual?.['zh-CN'] ?? '?'}`);
    return [{ at: expectation.node, title }];
  });
}
