/** The registry of rules against its folder, its tests and the rules' own pages. */
import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../server/src/base/finding.ts';
import type { LocalText } from '../../../server/src/base/locale.ts';
import { applyEdits } from '../../../server/src/base/text.ts';
import type { Example } from '../../../server/src/checks/rule.ts';
import { rules } from '../../../server/src/checks/rules/index.ts';
import { findingsOf } from '../../support/memory.ts';

const root = new URL('../../../', import.meta.url);
const codes = rules.map(({ code }) => code);

test('each file of the folder is registered under its name, once', () => {
  const files = readdirSync(new URL('server/src/checks/rules/', root)).filter(name => name !== 'index.ts');
  expect([...codes].sort()).toEqual(files.map(name => name.replace(/\.ts$/, '')).sort());
});

test('each rule has a test of its own', () => {
  const without = codes.filter(code => !existsSync(new URL(`test/unit/checks/${code}.test.ts`, root)));
  expect(without).toEqual([]);
});

describe.each(rules.map(rule => [rule.code, rule] as const))('%s', (code, rule) => {
  const found = findingsIn(rule.wrong);
  const own = found.filter(finding => finding.code === code);

  test('the wrong example has the finding, with the severity of the rule', () => {
    expect(own.length).toBeGreaterThan(0);
    expect(own.every(({ severity }) => severity === rule.severity)).toBe(true);
  });

  test('the right example has neither the finding nor an error', () => {
    const inRight = findingsIn(rule.right);
    expect(inRight.filter(finding => finding.code === code)).toEqual([]);
    expect(inRight.filter(isError).map(({ message }) => message.en)).toEqual([]);
  });

  test('title, reason, messages and titles of fixes are written in both languages', () => {
    const texts = own.flatMap(({ message, related, fixes }) => [
      message,
      ...related.map(each => each.message),
      ...fixes.map(({ title }) => title),
    ]);
    for (const text of [rule.title, rule.why, ...own.map(({ message }) => message)]) expect(differ(text)).toBe(true);
    for (const { en, 'zh-CN': zh } of texts) expect([en.trim(), zh.trim()]).not.toContain('');
  });

  test('each fix takes its finding away and brings no error', () => {
    const errorsBefore = new Set(found.filter(isError).map(each => each.code));
    for (const finding of own) {
      for (const fix of finding.fixes) {
        expect(fix.edits.length, fix.title.en).toBeGreaterThan(0);
        const definition = applyEdits(rule.wrong.definition, fix.edits);
        const after = findingsIn({ ...rule.wrong, definition });
        expect(after.filter(each => each.code === code).length, definition).toBeLessThan(own.length);
        expect(
          after.filter(each => isError(each) && !errorsBefore.has(each.code)),
          definition,
        ).toEqual([]);
      }
    }
  });
});

function findingsIn({ definition, files = {} }: Example): readonly Finding[] {
  return findingsOf({ 'demo.indicators.yaml': definition, ...files });
}

function isError({ severity }: Finding): boolean {
  return severity === 'error';
}

function differ(text: LocalText): boolean {
  return text.en !== text['zh-CN'];
}
