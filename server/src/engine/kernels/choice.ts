/** Which kernels are used: plain ones for little work, compiled ones once there is enough of it, where they can be had. */
import { compiledKernels } from './compiled.ts';
import type { Kernels } from './kernels.ts';
import { plainKernels } from './plain.ts';

/** To start the compiled ones takes as long as to score some hundred thousand numbers. */
const nWorthCompiling = 2 ** 19;
let nAsked = 0;
let chosen = plainKernels();

/** For so many numbers. A machine’s code is no answer that could grow old: what was started is kept. */
export function kernelsFor(nNumbers: number): Kernels {
  if (nAsked < nWorthCompiling) {
    nAsked += nNumbers;
    if (nAsked >= nWorthCompiling) chosen = compiledKernels() ?? chosen;
  }
  return chosen;
}
