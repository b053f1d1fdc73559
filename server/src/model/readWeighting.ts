/** How the weights of an aggregate's children are computed, read from `weighting`. */
import { type Decimal, parseDecimal, toNumber } from '../base/decimal.ts';
import { entryOf, type MapEntry, type Node } from '../syntax/tree.ts';
import type { Judgement, Weighting } from './method.ts';
import { scope } from './readScope.ts';
import { entriesOf, entryIn, type Holder, number, oneOf, read, readMap, scalar, text } from './written.ts';

export function readWeighting(holder: Holder): Weighting | undefined {
  const entry = entryIn(holder, 'weighting');
  return entry && readWeightingAt(entry, holder, 'weighting');
}

function readWeightingAt(entry: MapEntry, holder: Holder, key: string): Weighting | undefined {
  const method = read(holder, key, text) ?? read(entry.value, 'method', text);
  if (method === undefined) return undefined;
  const judgements = entryOf(entry.value, 'judgements');
  const other = entryOf(entry.value, 'with');
  return {
    method,
    parameters: readMap(entry.value, scalar),
    range: undefined,
    over: read(entry.value, 'over', scope),
    entry,
    judgements: judgements && { entry: judgements, all: entriesOf(judgements.value).flatMap(readJudgement) },
    shares: readMap(entryOf(entry.value, 'shares')?.value, number),
    consistency: read(entry.value, 'consistency', number),
    randomIndex: read(entry.value, 'randomIndex', text),
    combine: read(entry.value, 'combine', combination),
    with: other && readWeightingAt(other, entry.value, 'with'),
  };
}

/** `a/b: 3`; ids hold no slash. What stands under another key is no judgement. */
function readJudgement(entry: MapEntry): readonly Judgement[] {
  const [left, right, ...more] = entry.name.split('/').map(id => id.trim());
  if (left === undefined || right === undefined || more.length > 0) return [];
  const value = entry.value && ratio(entry.value);
  return [{ entry, left, right, value: value === undefined ? undefined : { value, node: entry.value!, entry } }];
}

/** A number above 0, or a fraction of two such as `1/3`. */
function ratio(node: Node): number | undefined {
  const source = text(node);
  const parts = source?.split('/').map(part => parseDecimal(part.trim()));
  if (parts === undefined || parts.length > 2 || !parts.every(isPositive)) return undefined;
  const [above, below] = parts;
  if (above === undefined) return undefined;
  return below === undefined ? toNumber(above) : toNumber(above) / toNumber(below);
}

function isPositive(value: Decimal | undefined): value is Decimal {
  return value !== undefined && value.digits > 0n;
}

function combination(node: Node): 'product' | { readonly linear: number } | undefined {
  const linear = read(node, 'linear', number)?.value;
  return linear === undefined ? oneOf('product')(node) : { linear };
}
