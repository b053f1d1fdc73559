import { expect, test } from 'vitest';
import { explainUnit } from '../../../server/src/features/explain.ts';
import { demo, demoData, demoFiles } from '../../support/demo.ts';
import { inMemory } from '../../support/memory.ts';

test('numbered steps from each cell to the rank', () => {
  const { workspace, file } = inMemory(demoFiles);
  const answer = explainUnit(workspace, file, 'd', 'en');
  expect(answer?.title).toBe('丁市');
  expect(answer?.markdown).toMatchInlineSnapshot(`
    "# 丁市 (d)

    #### 1\\. 网办率

    * demo.csv, line 5, column “online”: “15”
    * 0 + (100 − 0) × (15 − 10) / (30 − 10) = 25

    #### 2\\. 差评率

    * demo.csv, line 5, column “bad-rate”: “”
    * the value is missing

    ### 3\\. Service

    * without 差评率; the other weights are rescaled
    * 100% × 25 = 25

    #### 4\\. 公开

    * demo.csv, line 5, column “open”: “是”
    * 是 → 100

    ### 5\\. Index

    * 60% × 25 + 40% × 100 = 55

    ### 6\\. Rounding

    * 55 → 55 (half up, decimals: 2)

    ### 7\\. Rank

    * 3 of 4; 2 above
    * within 重点城市: 1

    ### 8\\. Tier

    * 良好级: 55
    * 3 below the bound of 优秀级
    * reached with 网办率 25 → 30, all else equal

    ### 9\\. Just above

    * 甲省 58 − 55 = 3
    * reached with 网办率 25 → 30, all else equal
    "
  `);
});

test('in Chinese', () => {
  const { workspace, file } = inMemory(demoFiles);
  expect(explainUnit(workspace, file, 'd', 'zh-CN')?.markdown).toContain(
    '### 5\\. 总指数\n\n* 60% × 25 + 40% × 100 = 55',
  );
});

test('names of the data do nothing in Markdown', () => {
  const { workspace, file } = inMemory({ ...demoFiles, 'demo.csv': demoData.replace('甲省', '<b>*x*') });
  expect(explainUnit(workspace, file, 'a', 'en')?.markdown).toContain('# \\<b\\>\\*x\\* (a)');
});

test('no such unit, and nothing that can be scored', () => {
  const { workspace, file } = inMemory(demoFiles);
  expect(explainUnit(workspace, file, 'nobody', 'en')).toBeUndefined();
  const broken = inMemory({ ...demoFiles, 'demo.indicators.yaml': demo.replace('weight: 40', 'weight: [') });
  expect(explainUnit(broken.workspace, broken.file, 'd', 'en')).toBeUndefined();
});
