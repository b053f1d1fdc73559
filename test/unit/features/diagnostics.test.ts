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
