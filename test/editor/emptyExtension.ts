/**
 * Extensions that do next to nothing, which ours is compared with: one that does nothing when a file of its language is
 * opened, and one with a panel that only shows how long the text is that is typed in, and a long blank place to scroll.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { makeFolder, removeFolder } from './processes.ts';

const common = {
  publisher: 'indicator-systems-tests',
  version: '1.0.0',
  engines: { vscode: '^1.101.0' },
  main: 'extension.js',
};

const start = {
  manifest: {
    ...common,
    name: 'empty',
    displayName: 'Empty Extension',
    activationEvents: ['onLanguage:empty'],
    contributes: { languages: [{ id: 'empty', extensions: ['.empty'] }] },
  },
  code: 'exports.activate = () => {};',
};

const panel = {
  manifest: {
    ...common,
    name: 'empty-panel',
    displayName: 'Empty Panel',
    contributes: { commands: [{ command: 'empty.panel', title: 'Empty: Show Panel' }] },
  },
  code: `const vscode = require('vscode');
exports.activate = context => {
  const show = () => {
    const place = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    const panel = vscode.window.createWebviewPanel('empty', 'Empty panel', place, { enableScripts: true });
    panel.webview.html = '<div id="page"></div><div id="long" style="height: 80vh; overflow: auto"><div style="height: 1000000px"></div></div><script>addEventListener("message", ({ data }) => { page.textContent = data; })</script>';
    const changed = vscode.workspace.onDidChangeTextDocument(({ document }) => panel.webview.postMessage(document.getText().length));
    panel.onDidDispose(() => changed.dispose());
  };
  context.subscriptions.push(vscode.commands.registerCommand('empty.panel', show));
};`,
};

const emptyExtensions = { start, panel };

export type EmptyExtension = keyof typeof emptyExtensions;

/** Packs one in a folder that is its maker's to delete. */
export async function packEmptyExtension(which: EmptyExtension, target: string): Promise<string> {
  const { manifest, code } = emptyExtensions[which];
  const folder = makeFolder('empty-extension');
  try {
    await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
    await writeFile(join(folder, 'extension.js'), code);
    await writeFile(join(folder, 'README.md'), manifest.displayName);
    await writeFile(join(folder, 'LICENSE'), 'MIT');
    const packagePath = join(target, 'empty.vsix');
    await createVSIX({ cwd: folder, packagePath, allowMissingRepository: true, dependencies: false });
    return packagePath;
  } finally {
    await removeFolder(folder);
  }
}
