/** Every text of the extension exists in both languages, and nothing is translated that is not there. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getL10nJson } from '@vscode/l10n-dev';
import { expect, test } from 'vitest';
import { stringsFor } from '../../../client/src/preview/webview/strings.ts';

const json = (path: string): Record<string, string> => JSON.parse(readFileSync(path, 'utf8'));

test('the texts of the manifest', () => {
  const used = new Set(readFileSync('package.json', 'utf8').match(/(?<="%)[\w.]+(?=%")/g));
  expect(used.size).toBeGreaterThan(5);
  expect(Object.keys(json('package.nls.json')).toSorted()).toEqual([...used].toSorted());
  expect(Object.keys(json('package.nls.zh-cn.json')).toSorted()).toEqual([...used].toSorted());
});

test('the texts of the extension', async () => {
  const sources = readdirSync('client/src', { recursive: true, encoding: 'utf8' }).filter(path => path.endsWith('.ts'));
  const files = sources.map(path => ({
    extension: '.ts' as const,
    contents: readFileSync(join('client/src', path), 'utf8'),
  }));
  const used = Object.keys(await getL10nJson(files));
  expect(used.length).toBeGreaterThan(10);
  expect(Object.keys(json('l10n/bundle.l10n.zh-cn.json')).toSorted()).toEqual(used.toSorted());
});

test('the texts of the page: Chinese where English is English', () => {
  const texts = (locale: 'en' | 'zh-CN') => {
    const { empty, tabs, computing, stopped, explain } = stringsFor(locale);
    return [...Object.values(empty).flat(), ...Object.values(tabs), computing, stopped, explain];
  };
  for (const text of texts('zh-CN')) expect(text).toMatch(/\p{Script=Han}/u);
  for (const text of texts('en')) expect(text).not.toMatch(/\p{Script=Han}/u);
});
