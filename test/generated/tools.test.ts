/** What the extension's manifest says of the tools for language models equals what they are. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { tools } from '../../server/src/protocol/tools.ts';

const { contributes } = JSON.parse(readFileSync('package.json', 'utf8'));
const texts = {
  en: JSON.parse(readFileSync('package.nls.json', 'utf8')),
  'zh-CN': JSON.parse(readFileSync('package.nls.zh-cn.json', 'utf8')),
};

test.each(tools)('$name', tool => {
  const contributed = contributes.languageModelTools.find(
    ({ name }: { name: string }) => name === `indicators_${tool.name}`,
  );
  expect(contributed).toMatchObject({ modelDescription: tool.description, inputSchema: tool.inputSchema });
  for (const locale of ['en', 'zh-CN'] as const) {
    expect(texts[locale][contributed.displayName.replaceAll('%', '')]).toBe(tool.title[locale]);
    expect(texts[locale][contributed.userDescription.replaceAll('%', '')]).toMatch(/./);
  }
});

test('no other is contributed', () => {
  expect(contributes.languageModelTools).toHaveLength(tools.length);
});
