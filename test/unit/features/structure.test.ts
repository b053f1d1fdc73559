/** What shows the structure: symbols of all definitions, links, folds, selections, the tree upward and downward. */
import { expect, test } from 'vitest';
import type { SelectionRange } from 'vscode-languageserver-types';
import { lineStarts, offsetAt } from '../../../server/src/base/text.ts';
import { callHierarchyAt, incomingCalls, outgoingCalls } from '../../../server/src/features/callHierarchy.ts';
import { documentLinks } from '../../../server/src/features/documentLinks.ts';
import { foldingRanges } from '../../../server/src/features/folding.ts';
import { selectionRanges } from '../../../server/src/features/selectionRanges.ts';
import { workspaceSymbols } from '../../../server/src/features/workspaceSymbols.ts';
import { atCursor } from '../../support/cursor.ts';
import { demo, demoFiles } from '../../support/demo.ts';
import { inMemory, uriOf } from '../../support/memory.ts';

test('indicators of every open definition, by letters of their name or id', () => {
  const { workspace } = inMemory(demoFiles);
  workspace.openDefinition(uriOf('other.indicators.yaml'), demo.replace('id: online', 'id: onward'));
  const found = (query: string) =>
    workspaceSymbols(workspace, { files: workspace.files, query }, 'en').map(({ name, containerName, location }) => [
      name,
      containerName,
      location.uri.split('/').at(-1),
    ]);
  expect(found('onl')).toEqual([['网办率 (online)', 'Service', 'demo.indicators.yaml']]);
  expect(found('差评')).toHaveLength(2);
  expect(found('SERV').map(([name, container]) => [name, container])).toEqual([
    ['Service (service)', 'Demo'],
    ['Service (service)', 'Demo'],
  ]);
  expect(found('')).toHaveLength(8);
  expect(found('zzz')).toEqual([]);
});

test('the data files and the previous edition are links', () => {
  const text = demo.replace('title:', "previous: '../2023/demo.indicators.yaml'\ntitle:");
  const { workspace, file } = inMemory({ 'demo.indicators.yaml': text });
  expect(documentLinks(workspace, file).map(({ range, target }) => [range.start.line, target])).toEqual([
    [2, 'file:///2023/demo.indicators.yaml'],
    [8, uriOf('demo.csv')],
  ]);
});

test('what has several lines folds, and comments that stand together', () => {
  const text = `# one
# two
indicatorSystem: 1
indicators:
  # a
  - id: a
    indicators:
      - id: b

  - {id: c} # c
description: |
  x
  y
`;
  const { workspace, file } = inMemory({ 'demo.indicators.yaml': text });
  expect(foldingRanges(workspace, file).map(({ startLine, endLine, kind }) => [startLine, endLine, kind])).toEqual([
    [3, 9, undefined],
    [5, 7, undefined],
    [6, 7, undefined],
    [10, 12, undefined],
    [0, 1, 'comment'],
  ]);
});

test('a selection grows from the word along the tree to the file', () => {
  const { workspace, file, position, text } = atCursor(demo.replace('id: online', 'id: onl┆ine'));
  const starts = lineStarts(text);
  const texts: string[] = [];
  let range: SelectionRange | undefined = selectionRanges(workspace, file, [position])[0];
  for (; range !== undefined; range = range.parent) {
    const [start, end] = [range.range.start, range.range.end].map(each => offsetAt(starts, text.length, each));
    texts.push(text.slice(start, end).split('\n')[0]!);
  }
  expect(texts).toEqual([
    'online',
    'id: online',
    "{id: online, name: 网办率, weight: 70, normalise: {method: min-max}, measure: '%', source: s}",
    "- {id: online, name: 网办率, weight: 70, normalise: {method: min-max}, measure: '%', source: s}",
    'indicators:',
    'id: service',
    '- id: service',
    'indicators:',
    'indicatorSystem: 1',
    'indicatorSystem: 1',
  ]);
});

test('the tree upward and downward', () => {
  const { workspace, file, position } = atCursor(demo.replace('name: 网办率', 'name: 网┆办率'));
  const framework = { file, uri: 'file:///c%3A/demo.yaml' };
  const [item] = callHierarchyAt(workspace, framework, position, 'en');
  expect(item).toMatchObject({ name: '网办率', detail: 'online', uri: framework.uri });
  const [{ from } = { from: item! }] = incomingCalls(workspace, framework, item!, 'en');
  expect(from.name).toBe('Service');
  expect(outgoingCalls(workspace, framework, from, 'en').map(({ to }) => to.name)).toEqual(['网办率', '差评率']);
  expect(outgoingCalls(workspace, framework, item!, 'en')).toEqual([]);
  expect(incomingCalls(workspace, framework, from, 'en')).toEqual([]);
});
