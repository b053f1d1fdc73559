/** What is published of the extension: nothing stray, nothing missing, what marketplaces ask for. */
import { existsSync, readFileSync } from 'node:fs';
import { listFiles, PackageManager } from '@vscode/vsce';
import { expect, test } from 'vitest';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
// The type does not know of `readmePath`.
const options = { cwd: process.cwd(), packageManager: PackageManager.None, readmePath: 'client/README.md' };
const packaged = await listFiles(options);

test('the package holds what the extension needs, and nothing else', () => {
  const known = [
    /^(package\.json|package\.nls(\.zh-cn)?\.json|CHANGELOG\.md|LICENSE|client\/README\.md)$/,
    /^l10n\/bundle\.l10n\.zh-cn\.json$/,
    /^dist\/(cli|commands|library|server|languageServer|dataWorker|gitWorker|extension|languageClient|webview|compare)\.js$/,
    /^dist\/(webview|compare)\.css$/,
    /^dist\/THIRD-PARTY-NOTICES\.txt$/,
    /^dist\/web\/(extension|server)\.js$/,
    /^schemas\/indicators?-(system|config)\.schema\.json$/,
    /^client\/(language-configuration\.json|syntaxes\/[\w-]+\.tmLanguage\.json)$/,
    /^client\/media\/(icon\.png|language-(light|dark)\.svg|walkthrough\/\w+(\.zh-cn)?\.md)$/,
    /^samples\/digital-government-2024\/(data\/2024\.csv|dgsc-2024\.indicators\.yaml)$/,
  ];
  expect(packaged.filter(path => !known.some(pattern => pattern.test(path)))).toEqual([]);
  expect(known.filter(pattern => !packaged.some(path => pattern.test(path)))).toEqual([]);
});

test('every file that the manifest names is in the package', () => {
  const texts = ['package.nls.json', 'package.nls.zh-cn.json'].map(path => readFileSync(path, 'utf8'));
  const all = [JSON.stringify(manifest.contributes), ...texts].join('\n');
  const named = [...all.matchAll(/"(?:\.\/)?((?:client|dist|schemas|l10n)\/[\w./-]+\.\w+)"/g)].map(([, path]) => path!);
  const wanted = [...named, manifest.main, manifest.browser, manifest.icon];
  expect(wanted.length).toBeGreaterThan(10);
  expect(wanted.filter(path => !packaged.includes(path))).toEqual([]);
});

test('what the marketplace and Open VSX ask for is there', () => {
  const { publisher, name, version, license, repository, icon, categories, keywords, engines } = manifest;
  expect({ publisher, name, license }).toEqual({
    publisher: 'indicator-systems',
    name: 'indicators',
    license: 'MIT',
  });
  expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  expect(repository.url).toMatch(/^https:\/\/github\.com\//);
  expect(existsSync(icon)).toBe(true);
  expect(categories.length).toBeGreaterThan(0);
  expect(keywords.length).toBeLessThanOrEqual(30);
  expect(engines.vscode).toBe('^1.101.0');
  // Open VSX takes no extension that needs proposals of the API, and hosts of it have no other extension of ours.
  for (const key of ['enabledApiProposals', 'extensionDependencies', 'extensionPack'])
    expect(manifest[key]).toBeUndefined();
  expect(readFileSync('CHANGELOG.md', 'utf8')).toContain(`## ${version}`);
});

test('the page of the marketplace loads pictures and pages by whole addresses, and no badges', () => {
  const page = readFileSync('client/README.md', 'utf8');
  const addresses = [...page.matchAll(/\]\(([^)\s]+)\)/g)].map(([, address]) => address!);
  expect(addresses.length).toBeGreaterThan(1);
  expect(addresses.filter(address => !/^https:\/\/github\.com\/indicator-systems\/indicators\b/.test(address))).toEqual(
    [],
  );
  expect(page).not.toMatch(/<\w|badge|\.svg\)/);
});

test('every command is in the palette with a title and a category; keys do not stand twice', () => {
  const { commands, keybindings, menus } = manifest.contributes;
  for (const { title, category } of commands)
    expect([title, category]).toEqual([expect.stringMatching(/^%/), '%category%']);
  const known = commands.map(({ command }: { command: string }) => command);
  const used = [...keybindings, ...Object.values(menus).flat()].map(({ command }: { command: string }) => command);
  expect(used.filter(command => !known.includes(command))).toEqual([]);
  const keys = keybindings.map(({ key, when }: { key: string; when: string }) => `${key} ${when}`);
  expect(new Set(keys).size).toBe(keys.length);
});
