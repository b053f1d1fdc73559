import { expect, test } from 'vitest';
import { diagnosticsByFile } from '../../../server/src/features/diagnostics.ts';
import { demo, demoData, demoFiles } from '../../support/demo.ts';
import { inMemory, uriOf } from '../../support/memory.ts';

test('findings stand in the file that they are of, in the language of the reader', () => {
  const { workspace, file } = inMemory({
    ...demoFiles,
    'demo.csv': demoData.replace('b,乙省,省级,20', 'b,乙省,省级,abc'),
  });
  const byFile = diagnosticsByFile(workspace, file, 'en', 'all');
  expect([...byFile.keys()]).toEqual([file, uriOf('demo.csv')]);
  expect(byFile.get(uriOf('demo.csv'))).toMatchObject([
    { code: 'data-number', source: 'indicators', severity: 1, range: { start: { line: 2, character: 8 } } },
  ]);
  const [chinese] = diagnosticsByFile(workspace, file, 'zh-CN', 'all').get(uriOf('demo.csv'))!;
  expect(chinese?.message).toMatch(/[\u4e00-\u9fff]/);
});

test('while the data are being read, the text is judged alone', () => {
  const { workspace, file } = inMemory({ 'demo.indicators.yaml': demo.replace('weight: 40', 'weight: 41') });
  const codes = diagnosticsByFile(workspace, file, 'en', 'text')
    .get(file)
    ?.map(({ code }) => code);
  expect(codes).toContain('weight-sum');
  expect(codes).not.toContain('data-file');
});

test('of very many findings the worst are shown, and the rest is counted', () => {
  const leaf = (index: number) => `  - {id: x${index}, name: N${index}, weight: 0, source: s}\n`;
  const many = Array.from({ length: 2000 }, (_, index) => leaf(index)).join('');
  const { workspace, file } = inMemory({
    'demo.indicators.yaml': `indicatorSystem: 1\nid: d\ntitle: T\nindicators:\n${many}  - {id: last, name: Last, weight: 99, source: s}\n`,
  });
  const nFindings = workspace.textFindings(file).length;
  const shown = diagnosticsByFile(workspace, file, 'en', 'text').get(file)!;
  expect(shown).toHaveLength(1000);
  expect(shown[0]).toMatchObject({
    code: 'more-findings',
    message: expect.stringContaining(`${nFindings - 999} more`),
  });
  expect(shown.find(({ code }) => code === 'weight-sum')?.relatedInformation).toHaveLength(100);
  const codes = new Set(workspace.textFindings(file).map(({ code }) => code));
  expect(new Set(shown.slice(1).map(({ code }) => code))).toEqual(codes);
});

test('what is found in cells is said at the indicator that reads them too, and a comment there silences it', () => {
  const definition = (comment: string) => `indicatorSystem: 1
units: {id: code}
data: [{path: demo.csv}]
indicators:
  ${comment}
  - {id: online, name: 网办率, range: [0, 100], normalise: min-max}
`;
  const data = { 'demo.csv': 'code,online\na,970\nb,-1\nc,50\n' };
  const { workspace, file } = inMemory({ 'demo.indicators.yaml': definition('# 试评'), ...data });
  const byFile = diagnosticsByFile(workspace, file, 'en', 'all');
  const [shown, ...others] = byFile.get(file)!.filter(({ code }) => code === 'data-range');
  expect(others).toEqual([]);
  expect(shown).toMatchObject({
    range: { start: { line: 5, character: 9 }, end: { line: 5, character: 15 } },
    message:
      'demo.csv, row 2, column online: 970 is outside the range 0–100; demo.csv, row 3, column online: -1 is outside the range 0–100',
  });
  expect(shown!.relatedInformation!.map(({ location }) => location.range.start.line)).toEqual([1, 2]);
  expect(byFile.get(uriOf('demo.csv'))!.length).toBe(2);

  const silenced = inMemory({
    'demo.indicators.yaml': definition('# indicators-disable-next-line data-range: 试评期口径不同'),
    ...data,
  });
  const left = diagnosticsByFile(silenced.workspace, silenced.file, 'en', 'all');
  const codes = [...left.values()].flat().map(({ code }) => code);
  expect(codes).not.toContain('data-range');
  expect(codes).not.toContain('unused-suppression');
});
