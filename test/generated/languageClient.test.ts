/** The language client as it is bundled offers what its packages offer, but for features that our server does not have. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { build } from 'esbuild';
import { globSync } from 'tinyglobby';
import { expect, test } from 'vitest';
import { asModule, leftOut } from '../../client/languageClient.mjs';
import { startClient, stopAll } from '../protocol/client.ts';

const load = createRequire(import.meta.url);
const folders = ['vscode-jsonrpc', 'vscode-languageserver-protocol'].map(name => `node_modules/${name}/lib`);
const files = folders.flatMap(folder => globSync(`${folder}/{common,node}/*.js`));

test.each(files.map(file => relative('node_modules', file)))('%s has the same names as a module', async path => {
  const file = join(process.cwd(), 'node_modules', path);
  const contents = asModule(readFileSync(file, 'utf8'));
  const { metafile } = await build({
    stdin: { contents, resolveDir: process.cwd() },
    ...{ format: 'esm', write: false, metafile: true, logLevel: 'silent' },
  });
  const [output] = Object.values(metafile.outputs);
  const names = new Set(output!.exports);
  const missing = Object.keys(load(file)).filter(name => !names.has(name) && name !== '__esModule');
  const forwarded = [...contents.matchAll(/^export \* from "([^"]+)"/gm)].flatMap(([, from]) =>
    Object.keys(createRequire(file)(from!)),
  );
  expect(missing.filter(name => !forwarded.includes(name))).toEqual([]);
});

test('the server announces nothing of what is left out of the client', async () => {
  const { initialized } = await startClient();
  stopAll();
  const announced = Object.entries(initialized.capabilities).flatMap(([name, value]) =>
    name === 'workspace' ? Object.keys(value).map(key => `workspace.${key}`) : [name],
  );
  expect(announced).toContain('hoverProvider');
  expect(Object.values(leftOut).filter(name => announced.includes(name))).toEqual([]);
});
