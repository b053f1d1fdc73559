import { expect, test } from 'vitest';
import { bumpChart } from '../../../client/src/preview/webview/charts/bump.ts';
import { type Shape, titled } from '../../../client/src/preview/webview/charts/drawing.ts';
import { svgText } from '../../../client/src/preview/webview/charts/pictureFile.ts';
import { movesOf, sentenceOf } from '../../../client/src/preview/webview/moves.ts';
import { stringsFor } from '../../../client/src/preview/webview/strings.ts';
import { elementsOf } from '../../support/xml.ts';
import { rankingView, unitView } from './fixture.ts';

const units = [
  unitView({ id: 'a', name: '甲', rank: 1, score: 9, before: { score: 8, rank: 3, tier: null } }),
  unitView({ id: 'b', name: '<b>&"', rank: 2, score: 8, before: { score: 9, rank: 1, tier: null } }),
  unitView({ id: 'c', name: '丙', rank: 3, score: 7, before: { score: 8.5, rank: 2, tier: null } }),
  unitView({ id: 'd', name: '丁', rank: null, before: null }),
];
const ranking = rankingView({ units, baseline: 'changed' });
const strings = stringsFor('en');
const median = {
  key: 'aggregate:median',
  name: 'Median',
  ranking: { units: { a: { rank: 2, score: 1, tier: null } } },
} as const;

function moves(part: Partial<Parameters<typeof movesOf>[1]> = {}) {
  return movesOf(ranking, { units, trials: [median], baseline: 'Saved file', ...part }, strings);
}

test('rankings side by side: what it was, what it is, what it would be', () => {
  expect(moves().map(({ name, note, ranks }) => [name, note, ranks])).toEqual([
    ['Saved file', '', [3, 1, 2, null]],
    ['now', '3 moved', [1, 2, 3, null]],
    ['Median', '3 differ from now', [2, null, null, null]],
  ]);
  expect(sentenceOf(units, moves(), strings)).toBe('Saved file → now: 1 up, 2 down. Furthest: 甲, up 2.');
  expect(sentenceOf(units, moves().slice(1), strings)).toBe(
    'now → Median: 0 up, 1 down, 2 not ranked any more. Furthest: 甲, down 1.',
  );
  const alone = movesOf({ ...ranking, baseline: 'none' }, { units, trials: [], baseline: 'Saved file' }, strings);
  expect(alone.map(({ name }) => name)).toEqual(['now']);
});

test('a line for each unit from ranking to ranking, in the order of the ranks, those without one last', () => {
  const { shapes, width } = bumpChart({ units, rankings: moves() }, 600);
  expect(width).toBe(600);
  const lines = shapes.filter((shape): shape is Extract<Shape, { kind: 'line' }> => shape.kind === 'line');
  expect(lines).toHaveLength(8);
  expect(lines.slice(0, 2).map(({ subject, ink, title }) => [subject, ink, title])).toEqual([
    ['a', 'gain', '甲 3 → 1'],
    ['a', 'loss', '甲 1 → 2'],
  ]);
  const heights = new Map(
    shapes.flatMap(shape => (shape.kind === 'circle' && shape.x > 400 ? [[shape.subject, shape.y] as const] : [])),
  );
  expect([...heights].sort(([, a], [, b]) => a - b).map(([id]) => id)).toEqual(['a', 'b', 'c', 'd']);
});

test('a picture that leaves the page is the drawing under a heading, and its texts are texts', () => {
  const drawing = bumpChart({ units, rankings: moves() }, 600);
  const picture = titled(drawing, '<script>', 'x\u0000y');
  expect([picture.width, picture.height]).toEqual([632, drawing.height + 72]);
  const text = svgText(picture, ink => (ink === 'ground' ? '#ffffff' : '#000000'));
  expect(text).toContain('&lt;b&gt;&amp;&quot;');
  expect(text).toContain('x\uFFFDy');
  expect(text).not.toMatch(/<script|<b>|\0/);
  const elements = elementsOf(`<?xml version="1.0" encoding="UTF-8"?>${text.trim()}`);
  expect(elements.filter(({ name }) => name === 'path')).toHaveLength(8);
  const [first] = drawing.shapes.filter(({ kind }) => kind === 'line') as readonly { path: string }[];
  const [moved] = picture.shapes.filter(({ kind }) => kind === 'line') as readonly { path: string }[];
  const start = (path: string) => /^M([\d.]+) ([\d.]+)/.exec(path)!.slice(1).map(Number);
  expect(start(moved!.path)).toEqual([start(first!.path)[0]! + 16, start(first!.path)[1]! + 56]);
});
