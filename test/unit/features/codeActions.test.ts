import { expect, test } from 'vitest';
import type { CodeAction, TextEdit } from 'vscode-languageserver-types';
import { lineStarts, offsetAt } from '../../../server/src/base/text.ts';
import { codeActions } from '../../../server/src/features/codeActions.ts';
import { type AtCursor, atCursor } from '../../support/cursor.ts';

const system = `indicatorSystem: 1
id: demo
title: T
weights: percent
indicators:
  - {id: a, name: A, weight: 6┆6, source: s}
  - {id: b, name: B, weight: 44, source: s}
`;

const uri = 'file:///c%3A/demo.yaml';
const editOf = (edits: readonly TextEdit[]) => ({ changes: { [uri]: [...edits] } });

function actions({ workspace, file, position }: AtCursor, only?: readonly string[], locale: 'en' | 'zh-CN' = 'en') {
  const range = { start: position, end: position };
  return codeActions(workspace, { file, editOf, range, only }, locale);
}

function applied(text: string, { edit }: CodeAction): string {
  const starts = lineStarts(text);
  const edits = edit!.changes![uri]!;
  const at = (place: { line: number; character: number }) => offsetAt(starts, text.length, place);
  return edits
    .map(({ range, newText }) => ({ start: at(range.start), end: at(range.end), newText }))
    .sort((a, b) => b.start - a.start)
    .reduce((result, { start, end, newText }) => result.slice(0, start) + newText + result.slice(end), text);
}

test('the fixes of a finding, the preferred one marked', () => {
  const here = atCursor(system);
  const found = actions(here, ['quickfix']);
  expect(found.map(({ title, isPreferred, kind }) => [title, isPreferred, kind])).toEqual([
    ['Put the difference on A (56)', true, 'quickfix'],
    ['Scale all to 100', false, 'quickfix'],
    ['Spread 100 equally', false, 'quickfix'],
    ['Silence weight-sum for this line, with a reason', undefined, 'quickfix'],
  ]);
  expect(found[0]!.diagnostics?.map(({ code }) => code)).toEqual(['weight-sum']);
  expect(applied(here.text, found[0]!)).toBe(here.text.replace('66', '56'));
});

test('a sum is fixed from any of its weights, and nothing elsewhere', () => {
  expect(actions(atCursor(system.replace('┆', '').replace('weight: 44', 'weight: 4┆4')), ['quickfix'])).toHaveLength(3);
  expect(actions(atCursor(system.replace('┆', '').replace('id: demo', 'id: d┆emo')), ['quickfix'])).toEqual([]);
});

test('in Chinese', () => {
  expect(actions(atCursor(system), ['quickfix'], 'zh-CN')[0]!.title).toBe('将差额计入“A”（56）');
});

test('all that is safe at once, wherever the cursor is; which weight gives way is left to the author', () => {
  const marked = `indicatorSystem: 1
id: demo
title: T┆
weights: percent
indicators:
  - {id: a, name: A, weight: 61, sourc: s}
  - {id: b, name: B, weight: 40, source: s}
`;
  const here = atCursor(marked);
  const [fixAll, ...more] = actions(here, ['source']);
  expect(more).toEqual([]);
  expect(fixAll?.kind).toBe('source.fixAll');
  expect(applied(here.text, fixAll!)).toBe(here.text.replace('sourc:', 'source:'));
});

test('other kinds are not ours', () => {
  expect(actions(atCursor(system), ['refactor.inline', 'notebook'])).toEqual([]);
});

test('computed weights are frozen where they are asked for', () => {
  const marked = 'weighting: {method: eq┆ual}\nindicators: [{id: a, name: A}, {id: b, name: B}]\n';
  const here = atCursor(marked);
  const [action, ...others] = actions(here, ['refactor']);
  expect(others).toEqual([]);
  expect([action!.title, action!.kind]).toEqual([
    'Write the computed weights (equal) into the file',
    'refactor.rewrite',
  ]);
  expect(applied(here.text, action!)).toBe(
    'indicators: [{id: a, name: A, weight: 50}, {id: b, name: B, weight: 50}]\n',
  );
  expect(actions(atCursor(marked.replace('┆', '').replace('{id: a', '{id┆: a')), ['refactor'])).toEqual([]);
});

test('what may be rewritten where the cursor is, but not what is a cure already', () => {
  expect(actions(atCursor(system), ['refactor']).map(({ title, kind }) => [title, kind])).toEqual([
    ['Put the difference on A (56)', 'refactor.rewrite'],
    ['Keep 66 here and scale the others', 'refactor.rewrite'],
  ]);
  expect(actions(atCursor(system)).map(({ title }) => title)).toEqual([
    'Put the difference on A (56)',
    'Scale all to 100',
    'Spread 100 equally',
    'Keep 66 here and scale the others',
    'Silence weight-sum for this line, with a reason',
  ]);
});

test('a finding is silenced for its line, with room for the reason; a comment that is there is joined', () => {
  const idle = system.replace('6┆6', '100').replace('weight: 44', 'weight: ┆0');
  const here = atCursor(idle);
  const isSilencing = ({ title }: CodeAction) => title === 'Silence weight-zero for this line, with a reason';
  const silence = actions(here, ['quickfix']).find(isSilencing);
  expect(silence?.diagnostics?.[0]?.code).toBe('weight-zero');
  const silenced = applied(here.workspace.text(here.file), silence!);
  expect(silenced).toContain('s}\n  # indicators-disable-next-line weight-zero: \n  - {id: b');
  const codesIn = (text: string) => {
    const { workspace, file } = atCursor(text.replace('weight: 0', 'weight: 0┆'));
    return workspace.findings(file).map(({ code }) => code);
  };
  expect(codesIn(silenced)).toContain('suppression-without-reason');
  expect(codesIn(silenced)).not.toContain('weight-zero');
  const other = silenced
    .replace('weight-zero: ', 'range-suspect, weight-dominant: trial')
    .replace('weight: 0', 'weight: ┆0');
  const joining = atCursor(other);
  const joined = actions(joining, ['quickfix']).find(isSilencing);
  expect(applied(joining.workspace.text(joining.file), joined!)).toContain(
    '# indicators-disable-next-line range-suspect, weight-dominant, weight-zero: trial\n',
  );
});

test('not what is broken, nor comments on comments', () => {
  const titles = actions(atCursor('indicatorSystem: ┆x\n')).map(({ title }) => title);
  expect(titles.filter(title => title.startsWith('Silence'))).toEqual([]);
});
