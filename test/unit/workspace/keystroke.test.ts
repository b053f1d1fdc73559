/** What a key costs, counted: the indicators that are looked at and the rules that run. */
import { expect, test, vi } from 'vitest';
import { LongText } from '../../../server/src/base/longText.ts';
import { rules } from '../../../server/src/checks/rules/index.ts';
import { FrameworkOfTree } from '../../../server/src/model/framework.ts';
import { Memory } from '../../../server/src/model/memory.ts';
import { Workspace } from '../../../server/src/workspace/workspace.ts';
import { wideDefinition } from '../../bench/wideDefinition.ts';

const file = 'file:///demo.indicators.yaml';

test('a key in an indicator looks neither at all indicators nor at what cannot have changed', () => {
  const workspace = new Workspace();
  let text = LongText.of(wideDefinition(580));
  const at = String(text).indexOf('weight: 34', text.length / 2) + 'weight: 34'.length;
  const type = () => {
    text = text.edited({ start: at, end: at }, '1');
    workspace.openDefinition(file, text);
    return workspace.findings(file);
  };
  workspace.openDefinition(file, text);
  expect(workspace.findings(file)).toEqual([]);
  type();
  type();
  const all = vi.spyOn(FrameworkOfTree.prototype, 'all', 'get');
  const looks = vi.spyOn(Memory.prototype, 'of');
  const runs = rules.filter(({ level }) => level !== 'suppression').map(rule => vi.spyOn(rule, 'check'));
  expect(type().map(({ code }) => code)).toContain('weight-range');
  expect(all).not.toHaveBeenCalled();
  expect(looks.mock.calls.length).toBeLessThan(150);
  const nSets = 3;
  const nOfSiblings = rules.filter(rule => rule.level === 'text' && rule.reach === 'siblings').length;
  const nRuns = runs.reduce((sum, { mock }) => sum + mock.calls.length, 0);
  expect(nRuns).toBeLessThan(nSets * nOfSiblings + 8);
});

test('nothing is remembered of what was typed and is no longer there, whoever looked at it', () => {
  const workspace = new Workspace();
  let text = LongText.of(wideDefinition(58));
  workspace.openDefinition(file, text);
  const looks = vi.spyOn(Memory.prototype, 'of');
  workspace.findings(file);
  const memory = looks.mock.contexts[0] as Memory;
  const { size } = memory;
  const places = [...String(text).matchAll(/weight: \d+$/gm)].map(({ index, 0: { length } }) => index + length);
  for (const [nth, end] of places.entries()) {
    for (const edit of [
      { range: { start: end, end }, text: '1' },
      { range: { start: end, end: end + 1 }, text: '' },
    ]) {
      text = text.edited(edit.range, edit.text);
      workspace.openDefinition(file, text);
      if (nth % 3 === 0) workspace.findings(file);
      else for (const { children = [] } of workspace.system(file).top) children.map(each => each.children);
    }
  }
  workspace.findings(file);
  expect(memory.size).toBe(size);
});
