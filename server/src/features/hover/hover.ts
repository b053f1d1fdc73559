/** What stands under the cursor, explained: an indicator, a result, a method, a name, or what the format says of it. */
import type { Hover, Position } from 'vscode-languageserver-types';
import type { Locale } from '../../base/locale.ts';
import type { Indicator } from '../../model/indicator.ts';
import type { IndicatorSystem } from '../../model/system.ts';
import { type SchemaCursor, schemaAt } from '../../schema/cursor.ts';
import { computedWeights } from '../../scoring/computedWeights.ts';
import { tierNamed } from '../../scoring/conditions.ts';
import { weightsText } from '../../scoring/explain/weights.ts';
import type { ScalarNode, Tree } from '../../syntax/tree.ts';
import { documentKind } from '../../workspace/files.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { indicatorAt, namesIndicator } from '../indicatorAt.ts';
import { code, escaped, lines, paragraphs } from '../markdown.ts';
import { aggregation, imputation, methodText, normalisation, transformation, weighting } from '../methodText.ts';
import { namedThings } from '../namedThings.ts';
import { rangeOf } from '../positions.ts';
import { indicatorText } from './indicator.ts';
import { expectationText, tierText, unitText } from './results.ts';
import { keyText, valueText } from './schema.ts';

export function hover(workspace: Workspace, file: string, position: Position, locale: Locale): Hover | undefined {
  const tree = workspace.tree(file);
  const offset = tree.source.offsetAt(position);
  const cursor = schemaAt(tree, offset, documentKind(file));
  const word = tree.pathAt(offset).at(-1);
  if (cursor === undefined || word?.kind !== 'scalar' || word.start === word.end) return undefined;
  const value = textAt({ workspace, file, tree, offset, cursor, word }, locale);
  if (value === undefined || value === '') return undefined;
  return { contents: { kind: 'markdown', value }, range: rangeOf(tree.source, tree.rangeOf(word)) };
}

interface Spot {
  readonly workspace: Workspace;
  readonly file: string;
  readonly tree: Tree;
  readonly offset: number;
  readonly cursor: SchemaCursor;
  /** What the cursor is in. */
  readonly word: ScalarNode;
}

function textAt(spot: Spot, locale: Locale): string | undefined {
  const { workspace, file, tree, offset, cursor } = spot;
  const place = indicatorAt(tree, workspace.system(file), offset);
  if (place !== undefined && namesIndicator(place)) return indicatorText(workspace, file, place.indicator, locale);
  const result = resultText(spot, locale) ?? computedText(spot, place?.indicator, locale);
  const isKey = cursor.at === 'key' && cursor.entry !== undefined;
  return paragraphs([result, isKey ? ofKey(cursor, locale) : ofValue(spot, locale)]);
}

/** In a tier or an expectation: what came out. Only at their first key and at values, so that keys stay explained. */
function resultText({ workspace, file, cursor }: Spot, locale: Locale): string | undefined {
  const [section, index] = cursor.place.path;
  const scoring = workspace.scoring(file);
  if (scoring === undefined || typeof index !== 'number') return undefined;
  const system = workspace.system(file);
  if (section === 'tiers') return isHead(cursor) ? tierText(scoring, index, locale) : undefined;
  if (section !== 'expect' || system.expectations[index] === undefined) return undefined;
  return isHead(cursor) ? expectationText(scoring, index, locale) : undefined;
}

/** Within computed weights: what came out. */
function computedText(
  { workspace, file, cursor }: Spot,
  parent: Indicator | undefined,
  locale: Locale,
): string | undefined {
  const isKey = cursor.at === 'key' && cursor.entry?.name === 'weighting';
  if (!isKey && !cursor.place.path.includes('weighting')) return undefined;
  const scoring = workspace.scoring(file);
  const found = scoring && computedWeights(scoring).find(each => each.parent === parent);
  if (found === undefined) return undefined;
  const sets = found.shares ?? [undefined];
  return lines(sets.map((_, set) => escaped(weightsText(scoring!, found, set)[locale])));
}

function isHead(cursor: SchemaCursor): boolean {
  if (cursor.at === 'value') return true;
  const { node } = cursor.place;
  return node?.kind === 'map' && cursor.entry === node.entries[0] && cursor.place.path.length === 2;
}

function ofKey(cursor: Extract<SchemaCursor, { at: 'key' }>, locale: Locale): string | undefined {
  const { entry, subject } = cursor;
  return entry === undefined || subject === undefined ? undefined : keyText(entry.name, subject, locale);
}

function ofValue({ workspace, file, cursor, word }: Spot, locale: Locale): string | undefined {
  const { place } = cursor;
  const written = word.style === 'plain' ? word.source : String(word.value);
  return (
    methodAt(place.path, written, locale) ??
    referenceText(workspace, file, { cursor, written }, locale) ??
    valueText(place, written, locale)
  );
}

function methodAt(path: readonly (string | number)[], name: string, locale: Locale): string | undefined {
  const keys = path.filter(step => typeof step === 'string');
  const owner = keys.at(-1) === 'method' ? keys.at(-2) : keys.at(-1);
  // The transformation of `treat` stands under `then`.
  const record = owner === 'then' ? transformation(name) : owner === undefined ? undefined : recordsOf[owner]?.(name);
  return record && methodText(record, locale);
}

const recordsOf: Readonly<Record<string, typeof normalisation>> = {
  normalise: normalisation,
  aggregate: aggregation,
  impute: imputation,
  weighting,
  with: weighting,
};

/** What a name in a definition stands for. */
function referenceText(
  workspace: Workspace,
  file: string,
  { cursor, written }: { readonly cursor: SchemaCursor; readonly written: string },
  locale: Locale,
): string | undefined {
  const scoring = workspace.scoring(file);
  const system: IndicatorSystem = workspace.system(file);
  switch (cursor.place.refersTo) {
    case 'indicator': {
      const [indicator] = system.byId.get(written) ?? [];
      return indicator && indicatorText(workspace, file, indicator, locale);
    }
    case 'tier': {
      const tier = tierNamed(system.tiers, written);
      return tier < 0 || scoring === undefined ? undefined : tierText(scoring, tier, locale);
    }
    case 'unit':
      return scoring && unitText(scoring, written, locale);
    case undefined:
      return undefined;
    default:
      return namedText(workspace, file, { cursor, written }, locale);
  }
}

/** Of names that have no page of their own: what completion says of them. */
function namedText(
  workspace: Workspace,
  file: string,
  { cursor: { place }, written }: { readonly cursor: SchemaCursor; readonly written: string },
  locale: Locale,
): string | undefined {
  if (place.refersTo === undefined) return undefined;
  const under = place.path.findLast(step => typeof step === 'string');
  const things = namedThings(workspace, file, { reference: place.refersTo, under }, locale);
  const thing = things.find(({ name }) => name === written);
  return thing && `${code(thing.name)} ${escaped(thing.about)}`.trimEnd();
}
