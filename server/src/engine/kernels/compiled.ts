/** The kernels for WebAssembly, two numbers at a time. What they do is said in `kernels.ts`, and more plainly in `plain.ts`. */
import { moduleOf } from './assembler.ts';
import { cut, exponentials, line, logarithms, slope } from './curves.ts';
import type { Kernels } from './kernels.ts';
import { collect, deal, runs, sort } from './orders.ts';
import { cutSums, means, settle, squares, survey } from './sums.ts';

/** `undefined` where there is no WebAssembly, or none that works on pairs. */
export function compiledKernels(): Kernels | undefined {
  const exported = started();
  if (exported === undefined) return undefined;
  const { memory, line, cut, slope, logarithms, exponentials, means, settle } = exported;
  const { survey, squares, cutSums, runs, sort, deal, collect } = exported;
  let numbers = new Float64Array(memory.buffer);
  return {
    memory: nNumbers => {
      if (nNumbers < numbers.length) return numbers;
      memory.grow(Math.ceil((8 * (nNumbers + 1)) / page) - memory.buffer.byteLength / page);
      numbers = new Float64Array(memory.buffer);
      return numbers;
    },
    line: (at, count, { origin, sign, span, height, width, start, end, low, high }, least, most, reach) =>
      line(8 * at, count, origin, sign, span, height, width, start, end, low, high, least, most, reach),
    cut: (at, count, { origin, rise, width, start }, least, most) =>
      cut(8 * at, count, origin, rise, width, start, least, most),
    slope: (at, count, { origin, rise, width, start }) => slope(8 * at, count, origin, rise, width, start),
    logarithms: (from, count, to) => logarithms(8 * from, count, 8 * to),
    exponentials: (at, count) => exponentials(8 * at, count),
    means: (at, count, { width, height, scores, terms, weights, lowest, highest, cut, secondCut }) =>
      // biome-ignore format: a list of numbers
      means(
        8 * at, count, width, 8 * height, 8 * scores, 8 * terms, 8 * weights, 8 * lowest, 8 * highest, cut, secondCut,
      ),
    settle: (at, count, lowest, highest) => settle(8 * at, count, 8 * lowest, 8 * highest),
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

const page = 65536;

type Exported = Record<Exclude<keyof Kernels, 'memory'>, (...numbers: number[]) => number>;

interface Memory {
  readonly buffer: ArrayBuffer;
  grow(nPages: number): number;
}

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
      logarithms(),
      exponentials(),
      means(),
      settle(),
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
