/** The kernels for WebAssembly, two numbers at a time. What they do is said in `kernels.ts`, and more plainly in `plain.ts`. */
import { moduleOf } from './assembler.ts';
import { between, cut, exponentials, line, logarithms, slope } from './curves.ts';
import type { Kernels } from './kernels.ts';
import { means, settle } from './means.ts';
import { kernelMemory, type Memory } from './memory.ts';
import { collect, deal, runs, sort } from './orders.ts';
import { cutSums, gaps, squares, survey } from './sums.ts';

/** `undefined` where there is no WebAssembly, or none that works on pairs. */
export function compiledKernels(): Kernels | undefined {
  const exported = started();
  if (exported === undefined) return undefined;
  const { line, cut, slope, between, logarithms, exponentials, means, wholeMeans, settle } = exported;
  const { gaps, survey, squares, cutSums, runs, sort, deal, collect } = exported;
  const { scratch, bytes, lodging } = kernelMemory(exported.memory);
  return {
    memory: scratch,
    lodging,
    line: (at, count, { origin, sign, span, height, width, start, end, low, high }, least, most, reach) =>
      line(8 * at, count, origin, sign, span, height, width, start, end, low, high, least, most, reach),
    cut: (at, count, { origin, sign, height, width, start }, least, most) =>
      cut(8 * at, count, origin, height * sign, width, start, least, most),
    slope: (from, count, { origin, sign, height, width, start }, to) =>
      slope(8 * from, count, 8 * to, origin, height * sign, width, start),
    between: (from, count, { origin, sign, span, height, width, start, end, low, high }, to) =>
      between(8 * from, count, 8 * to, origin, height * sign, width, start, span * sign, end, low, high),
    logarithms: (from, count, to) => logarithms(8 * from, count, 8 * to),
    exponentials: (at, count) => exponentials(8 * at, count),
    means: (at, count, { width, height, scores, terms, weights, areWhole, cut, secondCut }) => {
      const kernel = areWhole ? wholeMeans : means;
      kernel(8 * at, count, width, 8 * height, 8 * scores, 8 * terms, 8 * weights, cut, secondCut);
    },
    settle: (at, count, { width, height, scores, doubt }) =>
      settle(8 * at, count, width, 8 * height, 8 * scores, doubt),
    gaps: (at, states, units) => {
      const count = states.length;
      const statesAt = 8 * (units + count);
      bytes().set(states, statesAt);
      bytes().fill(0, statesAt + count, statesAt + count + 16);
      return gaps(statesAt, count, 8 * at, 8 * units);
    },
    survey: (at, count) => survey(8 * at, count),
    squares: (at, count, to, lost) => squares(8 * at, count, 8 * to, 8 * lost),
    cutSums: (at, count, cut, secondCut) => cutSums(8 * at, count, cut, secondCut),
    runs: (at, count, { lowest, factor, nRuns }, runsTo, counts) =>
      runs(8 * at, count, lowest, factor, nRuns, 8 * runsTo, 8 * counts),
    sort: (at, count, { lowest, factor, nSlots, counts, sorted, order, first }, mostMoves) =>
      sort(8 * at, count, lowest, factor, nSlots, 8 * counts, 8 * sorted, 8 * order, first, mostMoves),
    deal: (at, count, runsFrom, next, to) => deal(8 * at, count, 8 * runsFrom, 8 * next, 8 * to),
    collect: (at, count, runsFrom, next, from) => collect(8 * at, count, 8 * runsFrom, 8 * next, 8 * from),
  };
}

type Exported = Record<Exclude<keyof Kernels, 'memory' | 'lodging'> | 'wholeMeans', (...numbers: number[]) => number>;

/** What is used of the global object, which need not be there. */
declare const WebAssembly:
  | {
      readonly Memory: new (size: { readonly initial: number }) => Memory;
      readonly Module: new (bytes: Uint8Array) => object;
      readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
    }
  | undefined;

function started(): (Exported & { readonly memory: Memory }) | undefined {
  if (typeof WebAssembly === 'undefined') return undefined;
  const memory = new WebAssembly.Memory({ initial: 1 });
  try {
    const procedures = [
      line(),
      cut(),
      slope(),
      between(),
      logarithms(),
      exponentials(),
      means('means'),
      means('wholeMeans'),
      settle(),
      gaps(),
      survey(),
      squares(),
      cutSums(),
      runs(),
      sort(),
      deal(),
      collect(),
    ];
    const module = new WebAssembly.Module(moduleOf(procedures));
    const { exports } = new WebAssembly.Instance(module, { env: { memory } });
    return { ...(exports as Exported), memory };
  } catch {
    // Forbidden here, or too old for pairs.
    return undefined;
  }
}
