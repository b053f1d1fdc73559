/**
 * Other methods tried: one normalisation for every leaf that has one, one aggregation for the index and wherever no
 * indicator says its own. As edits of the text, so that what is tried is what writing them gives.
 */
import type { Locale } from '../../base/locale.ts';
import type { TextEdit } from '../../base/text.ts';
import { writeEntry } from '../../checks/edits.ts';
import { aggregateMethods } from '../../engine/aggregate/index.ts';
import { normaliseMethods } from '../../engine/normalise/index.ts';
import type { IndicatorSystem } from '../../model/system.ts';
import type { MethodChoice, MethodsView, TriedMethods } from '../../protocol/questions.ts';
import { replaceValue } from '../../syntax/edit.ts';
import { entryOf, type MapNode, type Tree } from '../../syntax/tree.ts';
import type { Workspace } from '../../workspace/workspace.ts';

/** Those that need no number of the author's. */
const normalisations = ['min-max', 'z-score', 'percentile-rank', 'fraction-of-max', 'distance-to-max'] as const;
const aggregations = ['arithmetic', 'geometric', 'harmonic', 'median', 'copeland'] as const;

export function methodsView(workspace: Workspace, file: string, locale: Locale): MethodsView {
  const choice = (step: keyof TriedMethods, id: string, name: string): MethodChoice => ({
    ...{ id, name },
    isWritten: methodEdits(workspace, file, { [step]: id })?.length === 0,
  });
  return {
    normalise: normalisations.map(id => choice('normalise', id, normaliseMethods[id].title[locale])),
    aggregate: aggregations.map(id => choice('aggregate', id, aggregateMethods[id].title[locale])),
  };
}

/** `undefined`: a method that cannot be tried, or a definition that cannot be written. */
export function methodEdits(
  workspace: Workspace,
  file: string,
  methods: TriedMethods,
): readonly TextEdit[] | undefined {
  const { normalise, aggregate } = methods;
  if (normalise !== undefined && !normalisations.some(id => id === normalise)) return undefined;
  if (aggregate !== undefined && !aggregations.some(id => id === aggregate)) return undefined;
  const tree = workspace.tree(file);
  const system = workspace.system(file);
  if (system.node === undefined) return undefined;
  const root = system.node;
  const defaults = entryOf(root, 'defaults')?.value;
  if (defaults !== undefined && defaults.kind !== 'map') return undefined;
  const inDefaults: (readonly [key: string, source: string])[] = [];
  const edits: TextEdit[] = [];
  if (normalise !== undefined) {
    const source = normaliseSource(normalise, system);
    const written = writtenNormalisations(tree, system, source);
    edits.push(...written.edits);
    if (written.count === 0) inDefaults.push(['normalise', source]);
  }
  if (aggregate !== undefined) {
    const ofIndex = entryOf(root, 'aggregate');
    const isStated = defaults !== undefined && entryOf(defaults, 'aggregate') !== undefined;
    if (ofIndex !== undefined) edits.push(...replaceValue(tree, ofIndex, aggregate));
    if (isStated || aggregate !== 'arithmetic') inDefaults.push(['aggregate', aggregate]);
  }
  edits.push(...defaultsEdits(tree, root, defaults, inDefaults));
  return edits.filter(({ range, newText }) => tree.text.slice(range.start, range.end) !== newText);
}

/** Scores in the middle of the scale, so that leaves with and without a normalisation stay comparable. */
function normaliseSource(method: string, { scale: [start, end] }: IndicatorSystem): string {
  if (method !== 'z-score') return method;
  return `{method: z-score, mean: ${(start + end) / 2}, sd: ${(end - start) / 5}}`;
}

function writtenNormalisations(tree: Tree, system: IndicatorSystem, source: string) {
  const maps = [entryOf(system.node, 'defaults')?.value, ...system.indicators.map(({ own }) => own.node)];
  const entries = [...new Set(maps.flatMap(map => entryOf(map, 'normalise') ?? []))];
  return {
    count: entries.length,
    edits: entries.flatMap(entry =>
      replaceValue(tree, entry, isSame(tree, entry.value, source) ? textAt(tree, entry.value!) : source),
    ),
  };
}

/** `min-max` and `{method: min-max}` say the same. */
function isSame(tree: Tree, value: Parameters<Tree['rangeOf']>[0] | undefined, source: string): boolean {
  if (value === undefined) return false;
  const text = textAt(tree, value);
  return text === source || text.replaceAll(/\s+/g, '') === `{method:${source}}`;
}

function textAt(tree: Tree, node: Parameters<Tree['rangeOf']>[0]): string {
  const { start, end } = tree.rangeOf(node);
  return tree.text.slice(start, end);
}

function defaultsEdits(
  tree: Tree,
  root: MapNode,
  defaults: MapNode | undefined,
  entries: readonly (readonly [key: string, source: string])[],
): readonly TextEdit[] {
  if (entries.length === 0) return [];
  if (defaults !== undefined) {
    const isNew = entries.filter(([key]) => entryOf(defaults, key) === undefined);
    const known = entries.filter(([key]) => entryOf(defaults, key) !== undefined);
    const [first, ...others] = isNew;
    const joined = defaults.style === 'flow' ? others.map(([key, source]) => `, ${key}: ${source}`).join('') : '';
    const alone = defaults.style === 'flow' ? [] : others;
    return [
      ...known.flatMap(([key, source]) => writeEntry(tree, defaults, key, source)),
      ...(first === undefined ? [] : writeEntry(tree, defaults, first[0], first[1] + joined)),
      ...alone.flatMap(([key, source]) => writeEntry(tree, defaults, key, source)),
    ];
  }
  const source = `{${entries.map(([key, value]) => `${key}: ${value}`).join(', ')}}`;
  return writeEntry(tree, root, 'defaults', source, { after: 'scale' });
}
