/**
 * Runs inside VS Code's extension host, in code-server (`run.ts`) and in desktop VS Code (`electron.mjs`). CommonJS, for that is what an
 * extension host of any age loads. Fails by throwing, with everything that failed.
 */
const { tests } = require('./extension.cjs');

exports.run = async function run() {
  let failed = 0;
  for (const [name, test] of Object.entries(tests)) {
    try {
      await test();
      console.log(`  ✓ ${name}`);
    } catch (error) {
      failed++;
      console.log(`  ✗ ${name}\n${error instanceof Error ? error.stack : error}`);
    }
  }
  console.log(`  ${Object.keys(tests).length - failed} passed, ${failed} failed`);
  if (failed > 0) throw new Error(`${failed} failed`);
};
