/** Every registry against its folder and its tests: what is missing is named. Rules and pages have tests of their own. */
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { auditCodes } from '../../server/src/checks/auditCodes.ts';
import { rules } from '../../server/src/checks/rules/index.ts';
import { methodsByStep } from './methodPages.ts';

const root = resolve(import.meta.dirname, '../..');
const namesIn = (folder: string) =>
  readdirSync(join(root, folder)).filter(name => name.endsWith('.ts') && name !== 'index.ts');

test('each method has a file of its name in the folder of its step', () => {
  const without = methodsByStep.flatMap(({ step, methods }) =>
    methods.flatMap(({ id }) =>
      existsSync(join(root, `server/src/engine/${step}/${id}.ts`)) ? [] : [`${step}/${id}`],
    ),
  );
  expect(without).toEqual([]);
});

test('each command has a scenario', () => {
  const scenarios = readdirSync(join(root, 'test/cli'));
  const without = namesIn('server/src/cli/commands')
    .map(name => name.replace(/\.ts$/, ''))
    .filter(verb => !scenarios.some(name => name.includes(verb.replace(/s$/, ''))));
  expect(without.filter(verb => verb !== 'mcp')).toEqual([]);
});

test('no code of the audit is a rule, and no code stands twice', () => {
  const codes = [...rules.map(({ code }) => code), ...auditCodes];
  expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
});
