import { expect, test } from 'vitest';
import { expectFindings } from '../../support/annotated.ts';
import { inMemory } from '../../support/memory.ts';

const codes = ['previous-changed'];
const before = `indicatorSystem: 1
weights: percent
indicators:
  - id: service
    name: 服务
    weight: 60
    indicators:
      - {id: online, name: 网办率, weight: 70}
      - {id: reply, name: 答复率, weight: 30}
  - id: openness
    name: 公开
    weight: 40
    indicators:
      - {id: news, name: 新闻, weight: 50}
      - {id: open, name: 开放率, weight: 50}
`;

test('weights, names, what came, went and moved', () => {
  expectFindings(
    `indicatorSystem: 1
previous: 2019.indicators.yaml
indicators:
^^^^^^^^^^ information previous-changed: no longer here: 公开
  - id: service
    name: {zh-CN: 服务成熟度, en: Service}
    ^^^^ information previous-changed: was called 服务
    weight: 100
            ^^^ information previous-changed: the weight was 60
    indicators:
      - {id: online, name: 网办率, weight: 70.0}
      - {id: open, name: 开放率, weight: 50}
             ^^^^ information previous-changed: stood under 公开
      - {id: app, name: 移动端, weight: 30}
             ^^^ information previous-changed: was not in the previous edition
      - {id: reply, name: 答复率, weight: 20}
                                       ^^ information previous-changed: the weight was 30
`,
    { codes, files: { '2019.indicators.yaml': before } },
  );
});

test('nothing where only what is written differs: percent for fractions, a comment, another order', () => {
  const fractions = before
    .replace('weights: percent', 'weights: fraction\nprevious: 2019.indicators.yaml # 上一版')
    .replace(/weight: (\d)0/g, 'weight: 0.$1');
  expectFindings(fractions, { codes, files: { '2019.indicators.yaml': before } });
  const other = fractions.replace('weight: 0.7', 'weight: 0.8').replace('weight: 0.3', 'weight: 0.2');
  const { workspace, file } = inMemory({ 'demo.indicators.yaml': other, '2019.indicators.yaml': before });
  const found = workspace.findings(file).filter(({ code }) => code === 'previous-changed');
  expect(found.map(({ message }) => message['zh-CN'])).toEqual(['上一版权重为 70%', '上一版权重为 30%']);
  expect(found.flatMap(({ related }) => related.map(each => each.file))).toEqual([
    'file:///folder/2019.indicators.yaml',
    'file:///folder/2019.indicators.yaml',
  ]);
});

test('an edition that is not there, and one that leads back, has no changes', () => {
  expectFindings(before.replace('weights:', 'previous: 2019.indicators.yaml\nweights:'), { codes });
  expectFindings(before.replace('weights:', 'previous: demo.indicators.yaml\nweights:'), { codes });
});
