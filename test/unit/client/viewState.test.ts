import { expect, test } from 'vitest';
import { gridColumns, leastWidth, tracksOf } from '../../../client/src/preview/webview/columns.ts';
import { cutsOf } from '../../../client/src/preview/webview/cut.ts';
import { movedCell } from '../../../client/src/preview/webview/move.ts';
import { rowHeight, rowsInView, rowsPerPage, slotOf, steadyPlace } from '../../../client/src/preview/webview/rows.ts';
import { stringsFor } from '../../../client/src/preview/webview/strings.ts';
import {
  firstView,
  fittingView,
  isFiltered,
  noFilters,
  restoredView,
  sortedBy,
} from '../../../client/src/preview/webview/viewState.ts';
import { largeRanking } from './fixture.ts';

const ranking = largeRanking(64);

test('what was saved comes back, what cannot be read is as on first sight', () => {
  const view = { ...firstView, search: '省', tier: '优秀级', groups: { kind: '省级' }, scrollTop: 120 };
  expect(restoredView({ uri: 'file:///a', view: JSON.parse(JSON.stringify(view)) })).toEqual(view);
  expect(restoredView(undefined)).toEqual(firstView);
  expect(restoredView({ view: { search: 7, groups: null, scrollTop: 'far', tab: 'tiers' } })).toEqual({
    ...firstView,
    tab: 'tiers',
  });
});

test('filters and orders of things that are gone are dropped', () => {
  const view = {
    ...firstView,
    groups: { kind: '省级', old: 'x' },
    tier: 'gone',
    onlyChanged: true,
    sort: { column: 'level:gone', isDescending: true } as const,
  };
  expect(fittingView(view, { ...ranking, baseline: 'same' })).toEqual({
    ...firstView,
    groups: { kind: '省级' },
    sort: firstView.sort,
  });
  const known = { ...firstView, sort: { column: 'level:management', isDescending: true } as const };
  expect(fittingView(known, ranking).sort).toEqual(known.sort);
});

test('clearing the filters clears all of them', () => {
  const view = { ...firstView, search: 'a', tier: 'b', groups: { c: 'd' }, onlyChanged: true };
  expect(isFiltered(view)).toBe(true);
  expect(isFiltered({ ...view, ...noFilters })).toBe(false);
});

const highest = { best: 'highest' } as const;

test('the best scores come first, ranks upwards, and again the other way', () => {
  expect(sortedBy(firstView.sort, 'score', highest)).toEqual({ column: 'score', isDescending: true });
  expect(sortedBy(firstView.sort, 'rank', highest)).toEqual({ column: 'rank', isDescending: true });
  expect(sortedBy({ column: 'score', isDescending: true }, 'score', highest).isDescending).toBe(false);
  expect(sortedBy(firstView.sort, 'score', { best: 'lowest' }).isDescending).toBe(false);
  expect(sortedBy(firstView.sort, 'level:a', { best: 'lowest' }).isDescending).toBe(false);
  expect(sortedBy(firstView.sort, 'change', { best: 'lowest' }).isDescending).toBe(true);
});

test('columns follow the ranking and the view', () => {
  const keys = (view = firstView, part = {}) =>
    gridColumns({ ...ranking, ...part }, view, stringsFor('en')).map(({ key }) => key);
  expect(keys().slice(0, 6)).toEqual(['rank', 'unit', 'change', 'score', 'tier', 'group:kind']);
  expect(keys(firstView, { baseline: 'none', tiers: [], groupSystems: [] }).slice(0, 4)).toEqual([
    'rank',
    'unit',
    'score',
    'level:management',
  ]);
  expect(keys({ ...firstView, groups: { kind: '省级' } })[2]).toBe('within');
  const columns = gridColumns(ranking, firstView, stringsFor('zh-CN'));
  expect(columns.at(-1)?.note).toBe('加分 ≤ 10');
  expect(tracksOf(columns.slice(0, 2))).toBe('76px minmax(132px, 3fr)');
  expect(leastWidth(columns.slice(0, 2))).toBe(208);
});

test('only rows in view are drawn, whatever the number of rows', () => {
  expect(rowsInView(0, 600, 64)).toEqual({ first: 0, end: 30 });
  const far = rowsInView(4000 * rowHeight, 600, 5000);
  expect(far.first).toBe(3996);
  expect(far.end - far.first).toBeLessThan(40);
  expect(rowsInView(4000 * rowHeight, 600, 3)).toEqual({ first: 3, end: 3 });
  expect(rowsPerPage(10)).toBe(1);
});

test('all that is in view is drawn, with some rows around, and few places draw other rows than the one before', () => {
  const drawn = new Set<number>();
  for (let scrollTop = 0; scrollTop < 100 * rowHeight; scrollTop += 7) {
    const { first, end } = rowsInView(scrollTop, 607, 5000);
    expect(first * rowHeight).toBeLessThanOrEqual(Math.max(0, scrollTop - 4 * rowHeight));
    expect(end * rowHeight).toBeGreaterThanOrEqual(scrollTop + 607 + 4 * rowHeight);
    expect(rowsInView(steadyPlace(scrollTop), 607, 5000)).toEqual({ first, end });
    drawn.add(end);
  }
  expect(drawn.size).toBe(25);
});

test('no two rows that are drawn share an element, and rows that come take those that went', () => {
  for (const scrollTop of [0, 5, 27, 28, 400, 1001]) {
    const { first, end } = rowsInView(scrollTop, 607, 5000);
    const slots = Array.from({ length: end - first }, (_, index) => slotOf(first + index, 607));
    expect(new Set(slots).size).toBe(slots.length);
    expect(Math.max(...slots)).toBeLessThan(37);
  }
});

test('keys move the active cell and stop at the edges', () => {
  const limits = { nRows: 3, nColumns: 4, page: 10 };
  const move = (key: string, row: number, column: number, ctrlKey = false) =>
    movedCell({ row, column }, { key, ctrlKey, metaKey: false }, limits);
  expect(move('ArrowDown', 2, 1)).toEqual({ row: 2, column: 1 });
  expect(move('ArrowUp', 0, 1)).toEqual({ row: -1, column: 1 });
  expect(move('ArrowUp', -1, 1)).toEqual({ row: -1, column: 1 });
  expect(move('ArrowRight', 0, 3)).toEqual({ row: 0, column: 3 });
  expect(move('PageDown', 0, 0)).toEqual({ row: 2, column: 0 });
  expect(move('PageUp', 2, 0)).toEqual({ row: 0, column: 0 });
  expect(move('End', 1, 1, true)).toEqual({ row: 2, column: 3 });
  expect(move('Home', 1, 2)).toEqual({ row: 1, column: 0 });
  expect(move('x', 1, 2)).toBeNull();
});

test('a column that is covered or goes over the edge is cut', () => {
  const columns = [0, 100, 200, 300].map(left => ({ left, width: 100 }));
  expect(cutsOf(columns, 150, 360)).toEqual(['left', 'left', null, 'right']);
  expect(cutsOf(columns, 0, 400)).toEqual([null, null, null, null]);
  expect(cutsOf(columns, 103, 297)).toEqual(['left', null, null, 'right']);
});
