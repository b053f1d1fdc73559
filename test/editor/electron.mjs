/**
 * Runs `suite/` in desktop VS Code, which `@vscode/test-electron` downloads: for machines with access to its download server, on Linux
 * (under xvfb-run without a screen), Windows and macOS. Build first. `VSCODE_VERSION` picks another version than the newest stable one.
 */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';

const root = join(import.meta.dirname, '../..');
const place = await mkdtemp(join(tmpdir(), 'indicators-electron-'));
const folder = join(place, 'digital-government-2024');
try {
  await cp(join(root, 'samples/digital-government-2024'), folder, { recursive: true });
  await runTests({
    version: process.env.VSCODE_VERSION ?? 'stable',
    extensionDevelopmentPath: root,
    extensionTestsPath: join(import.meta.dirname, 'suite/index.cjs'),
    launchArgs: [folder, '--disable-extensions', '--disable-workspace-trust', '--user-data-dir', join(place, 'user')],
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await rm(place, { recursive: true, force: true });
}
