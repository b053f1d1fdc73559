/**
 * Every sample scores, what it says is known comes out, and `indicators check` finds in it exactly what stands in the
 * `expected-findings.txt` beside it; nothing where there is no such file. `UPDATE_SAMPLES=1` writes what was found: read
 * the difference.
 */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkPaths } from '../../server/src/cli/checking.ts';
import { formatText } from '../../server/src/cli/formats/text.ts';
import { openFile } from '../../server/src/cli/openDefinition.ts';
import { plain, type Terminal } from '../../server/src/cli/terminal.ts';
import { aggregateMethods } from '../../server/src/engine/aggregate/index.ts';
import { normaliseMethods } from '../../server/src/engine/normalise/index.ts';
import { standardiseMethods } from '../../server/src/engine/standardise/index.ts';
import { checkExpectations } from '../../server/src/scoring/expectations.ts';
import { reportOf } from '../../server/src/scoring/report/report.ts';
import type { Scoring } from '../../server/src/scoring/score.ts';
import { Workspace } from '../../server/src/workspace/workspace.ts';
import { inMemoryOpened } from '../support/opened.ts';
import { systemOf } from '../support/scoring.ts';

const samples = resolve(import.meta.dirname, '../../samples');
const definitions = readdirSync(samples, { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.indicators.yaml'))
  .map(name => name.replaceAll('\\', '/'))
  .sort();

/** Its data are opened in a thread of the built command line; here they are opened as an editor opens them. */
const workbook = 'methods/workbook';

describe.each([...new Set(definitions.map(name => dirname(name)))].filter(folder => folder !== workbook))(
  'samples/%s',
  folder => {
    const list = join(samples, folder, 'expected-findings.txt');
    const declared = () => (existsSync(list) ? readFileSync(list, 'utf8') : '');

    test('has the findings that it declares, byte for byte', async () => {
      const terminal: Terminal = {
        locale: 'en',
        folder: join(samples, folder),
        colours: plain,
        out: () => {},
        err: () => {},
      };
      const result = await checkPaths([], { fixes: 'none', codes: [], withData: true, allowOutside: false }, terminal);
      const found = result.findings.length === 0 ? '' : formatText(result, terminal);
      if (process.env.UPDATE_SAMPLES !== '1') expect(found).toBe(declared());
      else if (found === '') rmSync(list, { force: true });
      else writeFileSync(list, found);
    });

    test.each(definitions.filter(name => dirname(name) === folder))('%s scores, and what is known comes out', name => {
      const scoring = scoringOf(name);
      const { unscored, units } = reportOf(scoring, { locale: 'en', findings: [] });
      expect(unscored).toEqual([]);
      expect(units.filter(({ score }) => score !== null).length).toBeGreaterThan(1);
      const checked = checkExpectations(scoring);
      expect(checked.length).toBeGreaterThan(0);
      expect(checked.filter(({ holds }) => holds === undefined)).toEqual([]);
      const nDeclared = declared().match(new RegExp(`^${name.split('/').at(-1)}:.* expectation `, 'gm'))?.length ?? 0;
      expect(checked.filter(({ holds }) => holds === false).length).toBe(nDeclared);
    });
  },
);

test('samples/methods/workbook has no findings, scores, and what is known comes out', async () => {
  const name = 'workbook.indicators.yaml';
  const { workspace, file } = await inMemoryOpened({
    [name]: textOf(`${workbook}/${name}`),
    'data/2024.xlsx': readFileSync(join(samples, workbook, 'data/2024.xlsx')),
  });
  expect(workspace.findings(file).map(({ message }) => message.en)).toEqual([]);
  const checked = checkExpectations(workspace.scoring(file)!);
  expect(checked.map(({ holds }) => holds)).toEqual(checked.map(() => true));
  expect(checked.length).toBeGreaterThan(0);
});

describe('samples/methods', () => {
  const taught = definitions.filter(name => name.startsWith('methods/')).map(name => systemOf(textOf(name)));
  const used = (key: 'normalise' | 'aggregate' | 'standardise') =>
    new Set(
      taught.flatMap(({ indicators, defaults }) =>
        [defaults, ...indicators.map(({ own }) => own)].flatMap(own => {
          if (key === 'normalise') return own.normalise?.method.value ?? [];
          return key === 'aggregate' ? (own.aggregate?.value.method ?? []) : (own.standardise?.method.value ?? []);
        }),
      ),
    );

  test('teach every method of normalise, aggregate and standardise', () => {
    expect(Object.keys(normaliseMethods).filter(id => !used('normalise').has(id))).toEqual([]);
    expect(Object.keys(aggregateMethods).filter(id => !used('aggregate').has(id))).toEqual([]);
    expect(Object.keys(standardiseMethods).filter(id => !used('standardise').has(id))).toEqual([]);
  });

  test('teach every way to rank ties', () => {
    const ways = new Set(taught.map(({ ranking }) => ranking.ties?.value));
    const all = ['dense', 'competition', 'modified', 'ordinal', 'fractional'];
    expect(all.filter(way => !ways.has(way))).toEqual([]);
  });
});

function textOf(name: string): string {
  return readFileSync(join(samples, name), 'utf8');
}

/** With all that it refers to: data files and the edition before. */
function scoringOf(name: string): Scoring {
  const workspace = new Workspace();
  const file = openFile(workspace, join(samples, name), { withData: true, allowOutside: false });
  return workspace.scoring(file)!;
}
