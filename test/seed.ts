/**
 * Property tests draw anew in each run at a desk, where a find can be looked into, and the same in each run of
 * continuous integration, where a change is to be judged by what it changes. `SEED` repeats a run.
 */
import { expect } from 'vitest';

const seed = process.env.SEED ?? (process.env.CI === undefined ? undefined : '20261122');

if (seed !== undefined && expect.getState().testPath?.includes('property')) {
  const { configureGlobal } = await import('fast-check');
  configureGlobal({ seed: Number(seed) });
}
