import { expect, test } from 'vitest';
import { practise } from '../../../server/src/features/practice.ts';
import { practisedVersionOf } from '../../../server/src/workspace/files.ts';
import { Workspace } from '../../../server/src/workspace/workspace.ts';

const file = 'file:///demo.indicators.yaml';
const definition = `indicatorSystem: 1
indicators:
  - id: a
    name: A
    weight: 40
    indicators:
      - {id: b, name: B, weight: 60}
      - {id: c, name: C, weight: 30}
  - id: d
    name: D
    weight: 60
`;

function opened(text: string): Workspace {
  const workspace = new Workspace();
  workspace.openDefinition(file, text);
  return workspace;
}

test('practising types into a copy, and what is opened stays as it is', () => {
  const workspace = opened(definition);
  const before = workspace.findings(file);
  const tree = workspace.tree(file);
  expect(before.map(({ code }) => code)).toContain('weight-sum');
  const copy = practisedVersionOf(file);
  const steps = practise(workspace, file, 'en');
  for (let step = 0; step < 7; step++) {
    expect(steps.next().done).toBe(false);
    const nTyped = step % 2; // and taken away again
    expect(workspace.text(copy)).toHaveLength(definition.length + nTyped);
    if (nTyped === 0) expect(workspace.text(copy)).toBe(definition);
  }
  expect(workspace.files).toEqual([file]);
  expect(workspace.tree(file)).toBe(tree);
  steps.return();
  expect(workspace.isUnknown(copy)).toBe(true);
  expect(workspace.findings(file)).toBe(before);
});

test('what is typed is found in the copy', () => {
  const workspace = opened(definition);
  const steps = practise(workspace, file, 'en');
  const found: string[] = [];
  const setDefinition = workspace.setDefinition.bind(workspace);
  workspace.setDefinition = (name, content) => {
    setDefinition(name, content);
    found.push(...workspace.findings(name).map(({ message }) => message.en));
  };
  for (let step = 0; step < 3; step++) steps.next();
  expect(found.join('\n')).toContain('601');
});

test('where there is nothing to type into there is no practice', () => {
  for (const text of ['', 'indicatorSystem: 1\n', '- a\n- b\n']) {
    const steps = practise(opened(text), file, 'en');
    steps.next();
    expect(steps.next().done).toBe(true);
  }
});
