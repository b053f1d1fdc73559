import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/editor/**', '**/node_modules/**'],
    globalSetup: ['test/setup.ts'],
    setupFiles: ['test/seed.ts'],
    // `fit` is a stage of the engine, so the linter does not look for focused tests: the runner refuses them.
    allowOnly: false,
    // The longest law takes half a minute on a quiet machine.
    testTimeout: 180_000,
  },
});
