import { expect, test } from 'vitest';
import { nodeAt, nodesOf, type TreeNode, weightsText } from '../../../client/src/views/nodes.ts';
import { framework } from '../../../server/src/features/framework.ts';
import { demo, demoData } from '../../support/demo.ts';
import { inMemory } from '../../support/memory.ts';

function nodes(definition: string): readonly TreeNode[] {
  const { workspace, file } = inMemory({ 'demo.indicators.yaml': definition, 'demo.csv': demoData });
  return nodesOf(framework(workspace, { file, uri: file, version: 1, lastGood: undefined }, 'en').indicators);
}

function keys(all: readonly TreeNode[]): readonly string[] {
  return all.flatMap(node => [node.key, ...keys(node.children)]);
}

/** The node at the first place of a text in the demo, `offset` characters further. */
function keyAt(text: string, offset = 0): string | undefined {
  const before = demo.slice(0, demo.indexOf(text) + offset).split('\n');
  return nodeAt(nodes(demo), { line: before.length - 1, character: before.at(-1)!.length })?.key;
}

test('keys are paths of ids; the second of two siblings with one id has a number', () => {
  expect(keys(nodes(demo))).toEqual(['/service', '/service/online', '/service/bad-rate', '/openness']);
  expect(keys(nodes(demo.replace('id: bad-rate', 'id: online')))).toContain('/service/online~2');
});

test('every node knows what is above it', () => {
  const [service] = nodes(demo);
  expect(service!.children[1]!.parent).toBe(service);
  expect(service!.parent).toBeUndefined();
});

test.each([
  ['id: service', 0, '/service'],
  ['- id: service', 0, '/service'], // the line is the indicator's, before its text begins
  ['weight: 70', 3, '/service/online'],
  ['weight: 30', 3, '/service/bad-rate'],
  ['column: open', 0, '/openness'],
  ['tiers:', 2, undefined],
  ['title:', 0, undefined],
])('the cursor at %s is in %s', (text, offset, key) => {
  expect(keyAt(text, offset as number)).toBe(key);
});

test.each([
  ['60', '60 %', '60 %'],
  ['60', '60%', '60%'],
  ['70', '42 %', '70 · 42 %'],
  ['entropy', '', 'entropy'],
  ['1', '≈ 33.3333 % (1/3)', '1 · ≈ 33.3333 %'],
  ['', '', ''],
])('weight %s and effective weight %s are shown as %s', (weight, effective, text) => {
  expect(weightsText({ ...nodes(demo)[0]!.indicator, weight, effective })).toBe(text);
});
