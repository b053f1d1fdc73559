/**
 * The memory of the compiled kernels: first what anybody may use, anew for each piece of work, then what is lodged there.
 * Knows nothing of what the numbers mean.
 */
import type { Lodging } from './kernels.ts';

/** Of WebAssembly. */
export interface Memory {
  readonly buffer: ArrayBuffer;
  grow(nPages: number): number;
}

export interface KernelMemory {
  /** At least so many numbers. What is lodged gives way to a piece of work that needs more than most. */
  scratch(nNumbers: number): Float64Array;
  /** The same memory as bytes. */
  bytes(): Uint8Array;
  readonly lodging: Lodging;
}

const page = 65536;
/** Beyond it numbers are lodged. */
const mostScratch = 2 ** 17;
/** 8 MB: for more, memory is dearer than time. */
const mostLodged = 2 ** 20;

export function kernelMemory(memory: Memory): KernelMemory {
  let numbers = new Float64Array(memory.buffer);
  let bytes = new Uint8Array(memory.buffer);
  let era = 0;
  let nLodged = 0;
  const atLeast = (nNumbers: number) => {
    if (nNumbers <= numbers.length) return;
    memory.grow(Math.ceil((8 * nNumbers) / page) - memory.buffer.byteLength / page);
    numbers = new Float64Array(memory.buffer);
    bytes = new Uint8Array(memory.buffer);
  };
  const clear = () => {
    era++;
    nLodged = 0;
  };
  return {
    scratch: nNumbers => {
      if (nNumbers >= mostScratch) clear();
      atLeast(nNumbers + 1);
      return numbers;
    },
    bytes: () => bytes,
    lodging: {
      get era() {
        return era;
      },
      size: mostLodged,
      get free() {
        return mostLodged - nLodged;
      },
      take: nNumbers => {
        const place = mostScratch + nLodged;
        nLodged += nNumbers;
        atLeast(mostScratch + nLodged);
        return place;
      },
      clear,
    },
  };
}
