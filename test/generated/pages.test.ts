/**
 * The pages in `server/docs` are what the records say: one for each rule and method in each language, their lists, and
 * the reference of the format.
 * `UPDATE_PAGES=1` writes them: read the difference.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import type { Locale } from '../../server/src/base/locale.ts';
import { repository, rulePageAddress, rulePagesFolder } from '../../server/src/checks/rulePages.ts';
import { rules } from '../../server/src/checks/rules/index.ts';
import { severityWords } from '../../server/src/cli/formats/text.ts';
import { rulePage } from '../../server/src/cli/rulePage.ts';
import { methodText } from '../../server/src/features/methodText.ts';
import { anchorOf, formatPage, type Schema } from './formatPages.ts';
import { methodPage, methodsByStep } from './methodPages.ts';

const root = resolve(import.meta.dirname, '../..');
const docs = join(root, 'server/docs');
const locales: readonly Locale[] = ['en', 'zh-CN'];
const schema = JSON.parse(readFileSync(join(root, 'schemas/indicator-system.schema.json'), 'utf8')) as Schema;
const pages = new Map([...locales.flatMap(rulePages), ...locales.flatMap(methodPages), ...locales.map(formatPages)]);

test('the pages are those of the records, byte for byte', () => {
  const present = existsSync(docs)
    ? readdirSync(docs, { recursive: true, encoding: 'utf8' }).map(name => name.replaceAll('\\', '/'))
    : [];
  const stale = present.filter(name => name.endsWith('.md') && !pages.has(name));
  if (process.env.UPDATE_PAGES === '1') {
    for (const name of stale) rmSync(join(docs, name));
    for (const [name, text] of pages) {
      mkdirSync(dirname(join(docs, name)), { recursive: true });
      writeFileSync(join(docs, name), text);
    }
    return;
  }
  expect(stale).toEqual([]);
  for (const [name, text] of pages) {
    expect(existsSync(join(docs, name)), `${name} is missing: UPDATE_PAGES=1`).toBe(true);
    expect(readFileSync(join(docs, name), 'utf8').replaceAll('\r\n', '\n'), `${name}: UPDATE_PAGES=1 writes it`).toBe(
      text,
    );
  }
});

test('links lead to pages', () => {
  const broken = [...pages].flatMap(([name, text]) =>
    [...text.matchAll(/\]\(([^)#:]+\.md)\)/g)].flatMap(([, link]) =>
      pages.has(join(dirname(name), link!).replaceAll('\\', '/')) ? [] : [`${name}: ${link}`],
    ),
  );
  expect(broken).toEqual([]);
});

test('every key of the format is told, in both languages, and links lead to its parts', () => {
  const keys = new Set([...JSON.stringify(schema).matchAll(/"properties":\{"([^"]+)"/g)].map(([, key]) => key!));
  expect(keys.size).toBeGreaterThan(20);
  for (const [name, text] of [...pages].filter(([name]) => name.endsWith('format.md'))) {
    for (const key of keys) expect(text, `${key} in ${name}`).toContain(`| \`${key}\` |`);
    expect(text).not.toMatch(/\| `[^`]+` \| +\|/); // a key without a title
    const anchors = [...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => anchorOf(heading!));
    for (const [, link] of text.matchAll(/\]\(#([^)]+)\)/g)) expect(anchors).toContain(link);
    expect(new Set(anchors).size).toBe(anchors.length);
  }
});

test('what an editor opens for a code is its page in the repository of the project', () => {
  const project = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { repository: { url: string } };
  expect(project.repository.url).toBe(`${repository}.git`);
  for (const { code } of rules) {
    for (const locale of locales) {
      const address = rulePageAddress(code, locale);
      expect(address.startsWith(`${repository}/blob/main/${rulePagesFolder}/`)).toBe(true);
      expect(pages.has(address.slice(`${repository}/blob/main/server/docs/`.length)), address).toBe(true);
    }
  }
});

test('a method’s hover leads to its page', () => {
  for (const { methods } of methodsByStep.filter(({ step }) => step !== 'standardise')) {
    for (const record of methods) {
      for (const locale of locales) {
        const address = /\]\((https:[^)]+)\)/.exec(methodText(record, locale))?.[1];
        expect(pages.has(address!.slice(`${repository}/blob/main/server/docs/`.length)), address).toBe(true);
      }
    }
  }
});

function formatPages(locale: Locale): readonly [string, string] {
  return [locale === 'en' ? 'format.md' : `${locale}/format.md`, formatPage(schema, locale)];
}

function rulePages(locale: Locale): readonly (readonly [string, string])[] {
  const folder = locale === 'en' ? 'rules' : `rules/${locale}`;
  const [title, head, other] =
    locale === 'en'
      ? ['What the checks find', '| code | severity | finds |', '[简体中文](zh-CN/README.md)']
      : ['检查规则', '| 代码 | 级别 | 检查内容 |', '[English](../README.md)'];
  const rows = rules.map(
    ({ code, severity, title }) =>
      `| [\`${code}\`](${code}.md) | ${severityWords[locale][severity]} | ${title[locale]} |`,
  );
  const index = `# ${title}\n\n${other}\n\n${head}\n|---|---|---|\n${rows.join('\n')}\n`;
  return [
    [`${folder}/README.md`, index],
    ...rules.map(
      rule => [`${folder}/${rule.code}.md`, `${rulePage(rule, locale)}\n${footer(rule.code, locale)}`] as const,
    ),
  ];
}

function methodPages(locale: Locale): readonly (readonly [string, string])[] {
  const folder = locale === 'en' ? 'methods' : `methods/${locale}`;
  const [title, head, other] =
    locale === 'en'
      ? ['Methods', '| method | | formula |', '[简体中文](zh-CN/README.md)']
      : ['方法', '| 方法 | | 公式 |', '[English](../README.md)'];
  const sections = methodsByStep.map(({ step, title, methods }) => {
    const rows = methods.map(
      ({ id, title, formula }) =>
        `| [\`${id}\`](${step}/${id}.md) | ${title[locale]} | \`${formula.replaceAll('|', '\\|')}\` |`,
    );
    return `## ${title[locale]}\n\n${head}\n|---|---|---|\n${rows.join('\n')}\n`;
  });
  return [
    [`${folder}/README.md`, `# ${title}\n\n${other}\n\n${sections.join('\n')}`],
    ...methodsByStep.flatMap(({ step, methods }) =>
      methods.map(
        record =>
          [
            `${folder}/${step}/${record.id}.md`,
            `${methodPage(step, record, locale)}\n${methodFooter(step, record.id, locale)}`,
          ] as const,
      ),
    ),
  ];
}

function footer(code: string, locale: Locale): string {
  return locale === 'en'
    ? `[All rules](README.md) · [简体中文](zh-CN/${code}.md)\n`
    : `[全部规则](README.md) · [English](../${code}.md)\n`;
}

function methodFooter(step: string, id: string, locale: Locale): string {
  return locale === 'en'
    ? `[All methods](../README.md) · [简体中文](../zh-CN/${step}/${id}.md)\n`
    : `[全部方法](../README.md) · [English](../../${step}/${id}.md)\n`;
}
