/** An extension that does nothing when a file of its language is opened: what ours is compared with. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { makeFolder, removeFolder } from './processes.ts';

const manifest = {
  name: 'empty',
  displayName: 'Empty Extension',
  publisher: 'indicator-systems-tests',
  version: '1.0.0',
  engines: { vscode: '^1.101.0' },
  main: 'extension.js',
  activationEvents: ['onLanguage:empty'],
  contributes: { languages: [{ id: 'empty', extensions: ['.empty'] }] },
};

/** Packs it in a folder that is its maker's to delete. */
export async function packEmptyExtension(target: string): Promise<string> {
  const folder = makeFolder('empty-extension');
  try {
    await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
    await writeFile(join(folder, 'extension.js'), 'exports.activate = () => {};');
    await writeFile(join(folder, 'README.md'), manifest.displayName);
    await writeFile(join(folder, 'LICENSE'), 'MIT');
    const packagePath = join(target, 'empty.vsix');
    await createVSIX({ cwd: folder, packagePath, allowMissingRepository: true, dependencies: false });
    return packagePath;
  } finally {
    await removeFolder(folder);
  }
}
