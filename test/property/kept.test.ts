/** Whatever happens to files between two checks, what is kept of the first gives what the second finds without it. */
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { checkPaths } from '../../server/src/cli/checking.ts';
import { configurationIn } from '../../server/src/cli/configuration.ts';
import { plain, type Terminal } from '../../server/src/cli/terminal.ts';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'indicators-kept-property-')));
const [project, outside, kept] = ['project', 'outside', 'kept'].map(name => join(folder, name)) as [
  string,
  string,
  string,
];
for (const each of [project, outside, kept]) mkdirSync(each);
writeFileSync(join(outside, 'data.csv'), 'code,name,a,b\nu1,甲,1,2\nu2,乙,3,4\n');
afterAll(() => rmSync(folder, { recursive: true }));

const definition = (weight: number, more = '') => `indicatorSystem: 1
id: demo
title: {en: Demo, zh-CN: 示例}
edition: 2024
${more}weights: percent
units: {id: code, name: name}
data: [{path: data/data.csv}]
indicators:
  - {id: a, name: 甲项, weight: ${weight}, source: 网站}
  - {id: b, name: 乙项, weight: 40, source: 网站}
`;
const previous = 'previous: ../previous.indicators.yaml\n';

type State = string | { readonly linkTo: string } | 'a folder' | undefined;

/** What may stand in each place. */
const places: Readonly<Record<string, readonly State[]>> = {
  'own/demo.indicators.yaml': [
    definition(60),
    definition(61),
    definition(60, previous),
    definition(60, `${previous}rules: {weight-sum: off}\n`),
    '\ufeff: [',
    { linkTo: join(outside, 'none.indicators.yaml') },
  ],
  'own/data/data.csv': [
    'code,name,a,b\nu1,甲,1,2\nu2,乙,3,4\n',
    'code,name,a,b\nu1,甲,1,2\nu2,乙,x,4\n',
    'code,name,a\nu1,甲,1\nu1,乙,3\n',
    { linkTo: join(outside, 'data.csv') },
    'a folder',
    undefined,
  ],
  'previous.indicators.yaml': [definition(50), definition(60), 'x', undefined],
  'indicators.config.yaml': [
    'rules: {weight-sum: warning}\n',
    'ignore: [own/**]\n',
    'failOn: hint\nbad: 1\n',
    undefined,
  ],
  'own/indicators.config.yaml': ['locale: zh-CN\nformats: [json]\n', undefined, undefined, undefined],
  '.git': ['a folder', undefined],
  'own/.git': ['a folder', undefined, undefined, undefined],
};

const changes = fc
  .constantFrom(...Object.entries(places))
  .chain(([place, states]) => fc.record({ place: fc.constant(place), state: fc.constantFrom(...states) }));

function stand(place: string, state: State): void {
  const path = join(project, place);
  rmSync(path, { recursive: true, force: true });
  mkdirSync(dirname(path), { recursive: true });
  if (state === 'a folder') mkdirSync(path);
  else if (typeof state === 'string') writeFileSync(path, state);
  else if (state !== undefined) symlinkSync(state.linkTo, path);
}

/** All that a check tells, or why it cannot run. */
function told(options: { readonly withData: boolean; readonly allowOutside: boolean }, terminal: Terminal): unknown {
  try {
    const result = checkPaths(['own/demo.indicators.yaml'], { ...options, fixes: 'none', codes: [] }, terminal);
    const lines = result.findings
      .flatMap(finding => [finding, ...finding.related])
      .map(({ file, range }) => [result.lineOf(file, range.start.line), result.lineOf(file, range.end.line)]);
    return { ...result, lines, lineOf: undefined, configuration: configurationIn(project, terminal.keeping) };
  } catch (error) {
    return String(error);
  }
}

test('after any changes of the definition, its data, its previous edition, its configurations and repositories', () => {
  for (const [place, [state]] of Object.entries(places)) stand(place, state);
  const base = { folder: project, colours: plain, out: () => {}, err: () => {} };
  const keeping = { folder: kept, build: 'a' };
  const options = fc.record({ withData: fc.boolean(), allowOutside: fc.boolean() });
  const steps = fc.array(fc.tuple(fc.option(changes), options, fc.constantFrom('en' as const, 'zh-CN' as const)), {
    maxLength: 20,
  });
  const toldBefore = new Set<string>();
  fc.assert(
    fc.property(steps, all => {
      for (const [change, how, locale] of all) {
        if (change !== null) stand(change.place, change.state);
        const fresh = told(how, { ...base, locale });
        expect(told(how, { ...base, locale, keeping })).toEqual(fresh);
        toldBefore.add(JSON.stringify(fresh));
      }
    }),
    { numRuns: 60 },
  );
  expect(toldBefore.size).toBeGreaterThan(20);
  expect(readdirSync(kept).length).toBeGreaterThan(5);
});
