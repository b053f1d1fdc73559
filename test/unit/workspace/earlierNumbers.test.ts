/** `parameters: frozen`: the numbers of the edition before, across files. */
import { expect, test } from 'vitest';
import type { Workspace } from '../../../server/src/workspace/workspace.ts';
import { inMemory, load, uriOf } from '../../support/memory.ts';

const edition = (year: number, parameters: string, more = '') => `indicatorSystem: 1
edition: ${year}
${more}units: {id: code}
data: [{path: ${year}.csv}]
indicators:
  - {id: x, normalise: {method: min-max${parameters}}}
  - {id: part, standardise: {method: z-score${parameters}}, indicators: [{id: y, column: x, normalise: {method: rank${parameters}}}]}
`;
const before = 'previous: 2023.indicators.yaml\n';
const files = {
  '2024.indicators.yaml': edition(2024, ', parameters: frozen', before),
  '2023.indicators.yaml': edition(2023, ''),
  '2023.csv': 'code,x\na,0\nb,10\nc,50\n',
  '2024.csv': 'code,x\na,20\nb,100\n',
};

test('a normalisation and a standardisation keep the numbers of the edition before', () => {
  const { workspace, file } = inMemory(files);
  expect(scoresOf(workspace, file, 'x')).toEqual([40, 200]);
  expect(scoresOf(workspace, file, 'y')).toEqual([3, 4]);
  expect(scoresOf(workspace, file, 'part')).toEqual([1, 2]); // mean 2, sd 1 of the ranks 1, 2, 3
  expect(codesOf(workspace, file)).toEqual([]);
});

test('data of the edition before concern this one, and are wanted', () => {
  const { workspace, file } = inMemory(files);
  const data = uriOf('2023.csv');
  expect(workspace.dependantsOf(data)).toEqual([file]);
  workspace.setDataFile(data, undefined);
  expect(workspace.wanted(file).dataFiles).toEqual([data]);
  load(workspace, file, { ...files, '2023.csv': 'code,x\na,0\nb,10\nc,200\n' });
  expect(scoresOf(workspace, file, 'x')).toEqual([10, 50]);
});

test('an edition that keeps none wants no other data', () => {
  const { workspace, file } = inMemory({ ...files, '2024.indicators.yaml': edition(2024, '', before) });
  expect(workspace.dataFilesOf(file)).toEqual([uriOf('2024.csv')]);
  expect(workspace.dependantsOf(uriOf('2023.csv'))).toEqual([]);
  expect(scoresOf(workspace, file, 'x')).toEqual([0, 100]);
});

test('numbers are kept over several editions', () => {
  const { workspace, file } = inMemory({
    '2025.indicators.yaml': edition(2025, ', parameters: frozen', 'previous: 2024.indicators.yaml\n'),
    ...files,
    '2025.csv': 'code,x\na,25\n',
  });
  expect(scoresOf(workspace, file, 'x')).toEqual([50]);
});

test.each([
  ['no edition before', { '2024.indicators.yaml': edition(2024, ', parameters: frozen') }],
  ['one that leads back', { '2023.indicators.yaml': edition(2023, '', 'previous: 2024.indicators.yaml\n') }],
  ['another method there', { '2023.indicators.yaml': edition(2023, '').replace('min-max', 'rank') }],
  ['another id there', { '2023.indicators.yaml': edition(2023, '').replace('id: x', 'id: z') }],
  ['all equal there', { '2023.csv': 'code,x\n' }],
])('nothing is guessed: %s', (_, changed) => {
  const { workspace, file } = inMemory({ ...files, ...changed });
  expect(scoresOf(workspace, file, 'x')).toEqual([undefined, undefined]);
  expect(codesOf(workspace, file)).toContain('not-scored');
});

function scoresOf(workspace: Workspace, file: string, id: string): (number | undefined)[] {
  const scoring = workspace.scoring(file)!;
  const node = scoring.compiled.nodeOf.get(workspace.system(file).byId.get(id)![0]!);
  return scoring.data.units.map((_, unit) =>
    node === undefined ? undefined : scoring.scores.nodes[node]!.values[unit],
  );
}

function codesOf(workspace: Workspace, file: string): string[] {
  return workspace
    .findings(file)
    .flatMap(({ code, severity }) => (severity === 'error' && code !== 'schema' ? code : []));
}
