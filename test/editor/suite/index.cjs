/**
 * Runs inside VS Code's extension host, in code-server (`run.ts`) and in desktop VS Code (`electron.mjs`). CommonJS, for that is what an
 * extension host of any age loads. Fails by throwing, with everything that failed.
 */
const { tests } = require('./extension.cjs');

const log = text => console.log(`[suite] ${text}`); // `extensionHost.ts` picks these lines from VS Code's own

exports.run = async function run() {
  let failed = 0;
  for (const [name, test] of Object.entries(tests)) {
    try {
      await test();
      log(`  ✓ ${name}`);
    } catch (error) {
      failed++;
      log(`  ✗ ${name}\n${error instanceof Error ? error.stack : error}`);
    }
  }
  if (failed > 0) throw new Error(`${failed} of ${Object.keys(tests).length} failed`);
};
