/** The page in a real browser: what it shows, what it sends, and that its content security policy holds. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PreviewReport } from '../../../server/src/protocol/preview.ts';
import { demo, demoFiles } from '../../support/demo.ts';
import { type Bundle, browserPath, bundlePage, launchBrowser, openPage, type PageOptions } from './browser.ts';
import { largeRanking, reportOf } from './fixture.ts';
import { playServer } from './server.ts';

describe.skipIf(browserPath === undefined)('the page in Chromium (skipped where there is none)', () => {
  let browser: Browser;
  let bundle: Bundle;

  beforeAll(async () => {
    [browser, bundle] = await Promise.all([launchBrowser(), bundlePage()]);
  });
  afterAll(() => browser.close());

  const standard: PageOptions = { theme: 'dark', language: 'zh-cn', width: 900, height: 700 };
  const opened = async (report: PreviewReport | null, options: Partial<PageOptions> = {}) => {
    const preview = await openPage(browser, bundle, { ...standard, ...options });
    if (report !== null) await preview.show({ type: 'show', payload: report });
    const unitsShown = () =>
      preview.page.locator('[role=row][data-unit]').evaluateAll(rows => rows.map(row => row.getAttribute('data-unit')));
    return { ...preview, unitsShown };
  };

  test('says that it listens, and waits in the language of the editor', async () => {
    const { page, sent, faults } = await opened(null);
    await page.getByText('正在计算排名').waitFor();
    await expect.poll(() => sent).toEqual([{ type: 'ready', payload: { baseline: { kind: 'saved' } } }]);
    expect(faults).toEqual([]);
    await page.close();
  });

  test('draws few of 5,000 rows, follows scrolling and keys, and breaks no policy', async () => {
    const { page, faults, unitsShown } = await opened(reportOf(largeRanking(5000)));
    await page.locator('[data-unit="110000"]').waitFor();
    const first = await unitsShown();
    expect(first.slice(0, 3)).toEqual(['110000', '110001', '110002']);
    expect(first.length).toBeLessThan(60);
    expect(await page.locator('[role=grid]').getAttribute('aria-rowcount')).toBe('5001');
    await page.locator('[role=grid]').focus();
    await page.keyboard.press('Control+End');
    await page.locator('[data-unit="114999"] .active').waitFor();
    const active = await page.locator('[role=grid]').getAttribute('aria-activedescendant');
    await expect.poll(() => page.locator(`#${active}`).isVisible()).toBe(true);
    expect((await unitsShown()).length).toBeLessThan(60);
    expect(faults).toEqual([]);
    // The policy is in force and its violations are seen.
    await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<i style="color: red"></i>'));
    await expect.poll(() => faults.some(fault => fault.startsWith('policy: style-src'))).toBe(true);
    await page.close();
  });

  test('holds the first columns where it may be moved sideways, but for moving up and down', async () => {
    const { page } = await opened(reportOf(largeRanking(5000)), { width: 480 });
    const grid = page.locator('[role=grid]');
    const held = () =>
      page
        .locator('.row .column-unit')
        .first()
        .evaluate(cell => getComputedStyle(cell).position);
    await page.locator('[data-unit="110000"]').waitFor();
    expect(await held()).toBe('relative');
    await grid.hover();
    expect(await held()).toBe('sticky');
    /** While the table moves. */
    const heldWhileMoved = (by: { readonly left: number; readonly top: number }) =>
      grid.evaluate(async (element, way) => {
        element.scrollBy(way);
        for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
        return getComputedStyle(element.querySelector('.row .column-unit')!).position;
      }, by);
    expect(await heldWhileMoved({ left: 0, top: 42 })).toBe('relative');
    await expect.poll(held).toBe('sticky');
    expect(await heldWhileMoved({ left: 60, top: 42 })).toBe('sticky');
    await page.close();
  });

  test('follows a new report: another order, the change, the state', async () => {
    const ranking = largeRanking(64);
    const { page, show, unitsShown, faults } = await opened(reportOf({ ...ranking, baseline: 'same' }));
    await page.locator('[data-unit="110000"]').waitFor();
    const [first, second, ...others] = ranking.units;
    const swapped = [
      { ...second!, rank: 1, before: { score: second!.score! - 0.25, rank: 2, tier: 0 } },
      { ...first!, rank: 2 },
      ...others,
    ];
    const state = { kind: 'current', errors: 1, warnings: 0 } as const;
    await show({ type: 'show', payload: reportOf({ ...ranking, units: swapped }, { state }) });
    await page.getByText('1 个错误').waitFor();
    expect((await unitsShown()).slice(0, 2)).toEqual(['110001', '110000']);
    const row = page.locator('[data-unit="110001"]');
    expect(await row.locator('.column-change').textContent()).toMatch(/▲1[\s\S]*\+0\.25/);
    expect(await row.locator('.column-change').getAttribute('aria-label')).toBe('上升 1 +0.25');
    expect(faults).toEqual([]);
    await page.close();
  });

  test('sorts, filters by group and tier, searches, and clears', async () => {
    const { page, unitsShown } = await opened(reportOf(largeRanking(64)));
    await page.getByRole('columnheader', { name: '管理保障度' }).click();
    expect(await page.locator('[aria-sort=descending]').textContent()).toMatch(/管理保障度/);
    expect((await unitsShown())[0]).not.toBe('110000');
    await page.getByRole('columnheader', { name: '位次' }).click();
    await page.getByRole('combobox', { name: '类别' }).selectOption('重点城市');
    expect((await unitsShown()).slice(0, 2)).toEqual(['110001', '110003']);
    await page.getByRole('button', { name: '优秀级 13' }).click();
    await page.getByRole('searchbox').fill('河北');
    await expect.poll(unitsShown).toEqual(['110017']);
    await page.getByRole('searchbox').fill('不存在');
    await page.getByText('没有符合筛选条件的评估对象').waitFor();
    await page.getByRole('button', { name: '清除筛选' }).click();
    await expect.poll(async () => (await unitsShown())[0]).toBe('110000');
    await page.close();
  });

  test('columns that do not fit are not shown, and there is a way to them', async () => {
    const { page, faults } = await opened(reportOf(largeRanking(64), { locale: 'en' }), { width: 760 });
    const shown = () =>
      page
        .locator('[data-unit="110000"] > .column-level')
        .evaluateAll(cells => cells.filter(cell => getComputedStyle(cell).visibility === 'visible').length);
    expect(await shown()).toBe(0);
    await page.getByRole('button', { name: '8 more columns to the right' }).click();
    await expect.poll(shown).toBeGreaterThan(2);
    await page.getByRole('button', { name: /columns? to the left/ }).click();
    await expect.poll(shown).toBe(0);
    expect(faults).toEqual([]);
    await page.close();
  });

  test('where there are 300 px, rank, name and score are together and every tab is in view', async () => {
    const { page, faults } = await opened(reportOf(largeRanking(64), { locale: 'en' }), { width: 300 });
    await page.locator('[data-unit="110000"] .column-score').waitFor();
    const edges = await page
      .locator('[role=tab], [data-unit="110000"] .column-score')
      .evaluateAll(elements => elements.map(element => element.getBoundingClientRect().right));
    expect(edges.length).toBeGreaterThan(7);
    for (const edge of edges) expect(edge).toBeLessThanOrEqual(300);
    expect(faults).toEqual([]);
    await page.close();
  });

  test('a unit is taken apart down to its cells, by keyboard, and stays so over a reload', async () => {
    const server = playServer(demoFiles, 'en');
    const before = await opened(server.report, { answer: server.answer });
    await before.page.locator('[data-unit="d"] [role=rowheader]').click();
    await before.page.getByText('3 to rank 2, 甲省').waitFor();
    await before.page.getByRole('button', { name: 'How the score is made up' }).click();
    await before.page.locator('[role=tree]').focus();
    for (const key of ['ArrowRight', 'ArrowDown', 'ArrowRight']) await before.page.keyboard.press(key);
    await before.page.getByText('0 + (100 − 0) × (15 − 10) / (30 − 10) = 25').waitFor();
    expect(await before.page.getByRole('treeitem', { name: /差评率.*missing/ }).count()).toBe(1);
    await before.page.keyboard.press('Enter');
    await expect
      .poll(() => before.sent.at(-1))
      .toEqual({ type: 'reveal', payload: { kind: 'indicator', id: 'online' } });
    expect(before.faults).toEqual([]);
    const saved = await before.page.evaluate(() => (window as unknown as { savedState: unknown }).savedState);
    await before.page.close();
    const after = await opened(server.report, { answer: server.answer, saved });
    await after.page.getByText('0 + (100 − 0) × (15 − 10) / (30 − 10) = 25').waitFor();
    await after.page.close();
  });

  test('makes what the editor asks for, of the part that it goes to; what cannot be made is not made later', async () => {
    const server = playServer(demoFiles, 'en');
    const { page, sent, show, faults } = await opened(null, { answer: server.answer });
    const saved = () =>
      sent.flatMap(message => (message.type === 'save' ? [[message.payload.name, message.payload.content]] : []));
    await show({ type: 'make', payload: { part: 'ranking', format: 'csv' } });
    await show({ type: 'show', payload: server.report });
    await expect.poll(saved).toEqual([['demo-ranking.csv', expect.stringContaining('乙省')]]);
    await show({ type: 'make', payload: { part: 'heat', format: 'svg' } });
    await expect.poll(() => saved()[1]).toEqual(['demo-heat-map.svg', expect.stringContaining('乙省')]);
    expect(await page.locator('#tab-heat').getAttribute('aria-selected')).toBe('true');
    await show({ type: 'make', payload: { part: 'moves', format: 'svg' } }); // nothing is compared: there is no chart
    await page.locator('#part-moves').waitFor();
    await page.locator('#tab-ranking').click();
    await page.locator('#tab-moves').click();
    await show({ type: 'make', payload: { part: 'indicators', format: 'svg' } });
    await expect
      .poll(() =>
        saved()
          .map(([name]) => name)
          .slice(2),
      )
      .toEqual(['demo-weights.svg']);
    expect(faults).toEqual([]);
    await page.close();
  });

  test('tier counts stand beside those that the definition expects', async () => {
    const ranking = largeRanking(64);
    const { page, faults } = await opened(reportOf(ranking), { language: 'zh-cn' });
    await page.locator('#tab-tiers').click();
    const marks = page.locator('.tiers .expected');
    await expect
      .poll(() => marks.locator('[aria-hidden]').allTextContents())
      .toEqual(ranking.tiers.map(({ count, expected }) => (count === expected ? '✓' : `≠ ${expected}`)));
    expect(await marks.nth(1).getAttribute('class')).toContain('is-bad');
    expect(await page.getByRole('row', { name: '合计' }).count()).toBe(1);
    expect(faults).toEqual([]);
    await page.close();
  });

  test('weights are tried: a second ranking, the sum stays, written back, undone by reset', async () => {
    const server = playServer(demoFiles, 'en');
    const { page, sent, faults } = await opened(server.report, { answer: server.answer });
    await page.getByRole('button', { name: 'What if' }).click();
    await page.getByRole('slider', { name: 'Service' }).fill('90');
    const ranks = () => page.locator('.row .tried-rank').allTextContents();
    await expect.poll(ranks).toEqual(['2', '3', '4', '1']);
    expect(await page.getByRole('slider', { name: '公开' }).inputValue()).toBe('10');
    await page.getByRole('columnheader', { name: 'What if' }).click();
    await expect.poll(ranks).toEqual(['1', '2', '3', '4']);
    await page.getByRole('button', { name: 'Write into the file' }).click();
    await expect
      .poll(() => sent.filter(({ type }) => type === 'write'))
      .toEqual([{ type: 'write', payload: { weights: { service: '90', openness: '10' } } }]);
    await page.getByRole('slider', { name: 'Service' }).fill('80');
    await page.getByRole('button', { name: 'Reset' }).click();
    await expect.poll(() => page.getByRole('slider', { name: 'Service' }).inputValue()).toBe('60');
    await page.getByRole('combobox', { name: 'Export' }).selectOption('Report for publication (HTML)');
    await expect.poll(() => sent.at(-1)).toEqual({ type: 'export', payload: { format: 'html' } });
    await page.getByRole('combobox', { name: 'Export' }).selectOption('Table as shown (CSV)');
    await expect.poll(() => sent.at(-1)).toMatchObject({ type: 'save', payload: { name: 'demo-ranking.csv' } });
    await page.getByRole('button', { name: 'Close' }).click();
    expect(faults).toEqual([]);
    await expect.poll(() => page.getByRole('slider').count()).toBe(0);
    expect(faults).toEqual([]);
    await page.close();
  });

  test('an indicator is looked at: by keyboard from one to the next, and its weight is tried', async () => {
    const server = playServer(demoFiles, 'en');
    const { page, sent, faults } = await opened(server.report, { answer: server.answer });
    await page.getByRole('tab', { name: 'Indicators' }).click();
    await page.getByRole('option', { name: 'Service' }).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.getByRole('heading', { name: '差评率' }).waitFor();
    await page.getByText('Missing (1)').waitFor();
    expect(await page.locator('.rings .is-chosen title').textContent()).toBe('差评率 18 %');
    await page.getByRole('button', { name: 'Go to definition' }).click();
    await expect.poll(() => sent.at(-1)).toEqual({ type: 'reveal', payload: { kind: 'indicator', id: 'bad-rate' } });
    await page.getByRole('button', { name: 'Try it' }).click();
    expect(await page.getByRole('slider', { name: '差评率' }).inputValue()).toBe('31');
    expect(faults).toEqual([]);
    await page.close();
  });

  test('the indicator at the cursor is marked', async () => {
    const server = playServer(demoFiles, 'en');
    const { page, show, faults } = await opened(server.report, { answer: server.answer });
    const line = demo.split('\n').findIndex(each => each.includes('id: bad-rate'));
    const place = server.answer({ kind: 'place', asked: { line, character: 20 } });
    expect(place).toEqual({ path: ['service', 'bad-rate'] });
    expect(server.answer({ kind: 'place', asked: { line: 1, character: 2 } })).toBeNull();
    await show({ type: 'cursor', payload: { path: ['service', 'bad-rate'] } });
    await expect
      .poll(() => page.locator('[role=columnheader].is-cursor .title').allTextContents())
      .toEqual(['Service']);
    // Folded away, what it is part of is marked.
    await page.locator('[role=row][data-unit]').first().click();
    await page.getByRole('button', { name: 'How the score is made up' }).click();
    const marked = page.locator('.part-row.is-cursor .part-name .link');
    await expect.poll(() => marked.allTextContents()).toEqual(['Service']);
    await page.getByRole('treeitem', { name: 'Service' }).locator('.twisty').click();
    await expect.poll(() => marked.allTextContents()).toEqual(['差评率']);
    await page.getByRole('tab', { name: 'Indicators' }).click();
    await expect
      .poll(() => page.locator('.indicator-row.is-cursor .indicator-name').allTextContents())
      .toEqual(['差评率']);
    expect(await page.locator('.rings .is-cursor title').textContent()).toBe('差评率 18 %');
    expect(faults).toEqual([]);
    await page.close();
  });

  test('is compared with something else, and stays so over a reload; a refusal says why', async () => {
    const ranking = { ...largeRanking(64), hasPrevious: true };
    const before = await opened(reportOf(ranking, { locale: 'en' }));
    const select = before.page.getByRole('combobox', { name: 'Compared with' });
    expect(await select.locator('option').allTextContents()).toEqual([
      ...['saved file', 'last commit', 'previous edition', 'nothing', 'another file…'],
    ]);
    await select.selectOption('last commit');
    await expect
      .poll(() => before.sent.at(-1))
      .toEqual({ type: 'compare-with', payload: { kind: 'commit', revision: 'HEAD' } });
    await before.page.getByRole('columnheader', { name: 'last commit' }).waitFor();
    await select.selectOption('another file…');
    await expect.poll(() => before.sent.at(-1)).toEqual({ type: 'choose-baseline', payload: {} });
    const file = { kind: 'file', uri: 'file:///old.indicators.yaml' } as const;
    await before.show({ type: 'baseline', payload: file });
    await expect.poll(() => before.sent.at(-1)).toEqual({ type: 'compare-with', payload: file });
    await before.show({ type: 'show', payload: reportOf({ ...ranking, baselineName: 'old' }, { locale: 'en' }) });
    await before.page.getByRole('columnheader', { name: 'Change old' }).waitFor();
    const saved = await before.page.evaluate(() => (window as unknown as { savedState: unknown }).savedState);
    await before.page.close();
    const refused = { ...ranking, baseline: 'not-scored', baselineRefusal: 'no such file' } as const;
    const after = await opened(reportOf(refused, { locale: 'en' }), { saved });
    await after.page.getByText('no such file').waitFor();
    expect(after.sent[0]).toEqual({ type: 'ready', payload: { baseline: file } });
    await after.page.close();
  });

  test('rankings stand side by side: another method, chosen and written, as chart, table and pictures', async () => {
    const server = playServer(demoFiles, 'en');
    const { page, sent, faults } = await opened(server.report, { answer: server.answer });
    await page.getByRole('tab', { name: 'Moves' }).click();
    await page.getByText('nothing to compare').waitFor();
    await page.getByRole('combobox', { name: 'Try another method' }).selectOption('Median');
    await page.getByRole('img', { name: /^now → .*: \d up, \d down/ }).waitFor();
    expect(await page.locator('.picture .is-line').count()).toBe(4);
    await page.locator('.picture text[data-subject=b]').last().click();
    await page.getByRole('complementary', { name: 'Selected unit' }).getByText('乙省').waitFor();
    for (const kind of ['SVG', 'PNG']) await page.getByRole('button', { name: `Export chart as ${kind}` }).click();
    const saves = () => sent.flatMap(message => (message.type === 'save' ? [message.payload] : []));
    await expect.poll(() => saves().map(({ name }) => name), { timeout: 20_000 }).toContain('demo-moves.png');
    expect(saves().find(({ name }) => name === 'demo-moves.svg')?.content).toMatch(/^<svg[\s\S]*乙省[\s\S]*<\/svg>\n$/);
    await page.getByRole('button', { name: 'Table' }).click();
    expect(await page.getByRole('table', { name: 'Moves' }).getByRole('row').count()).toBe(5);
    await page.getByRole('button', { name: /Write into the file: / }).click();
    await expect
      .poll(() => sent.findLast(({ type }) => type === 'write'))
      .toEqual({ type: 'write', payload: { aggregate: 'median' } });
    expect(faults).toEqual([]);
    await page.close();
  });

  test('the heat map asks for what is in view only, and is moved through by keyboard', async () => {
    const server = playServer(demoFiles, 'en');
    const { page, sent, faults } = await opened(server.report, { answer: server.answer });
    await page.getByRole('tab', { name: 'Heat map' }).click();
    const field = page.getByRole('group', { name: /^Heat map of 4 units and 3 indicators/ });
    await field.focus();
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowRight']) await page.keyboard.press(key);
    const cell = page.getByRole('complementary', { name: 'Selected cell' });
    await cell.getByText('丁市').waitFor();
    await cell.getByText('missing', { exact: true }).waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => sent.at(-1)).toEqual({ type: 'reveal', payload: { kind: 'indicator', id: 'bad-rate' } });
    await page.getByRole('combobox', { name: 'Indicators of' }).selectOption('Level 1');
    await page.getByRole('group', { name: /^Heat map of 4 units and 2 indicators/ }).waitFor();
    await page.getByRole('button', { name: 'What is missing' }).click();
    await page.getByRole('button', { name: 'Export chart as SVG' }).click();
    await expect.poll(() => sent.at(-1), { timeout: 10_000 }).toMatchObject({ payload: { name: 'demo-heat-map.svg' } });
    expect(faults).toEqual([]);
    await page.close();
  });

  test('of 3,000 units the heat map asks for few', async () => {
    const weights = { kind: 'weights', asked: {} } as const;
    const server = playServer(demoFiles, 'en');
    const asked: number[] = [];
    const { page } = await opened(reportOf(largeRanking(3000), { locale: 'en' }), {
      answer: question => {
        if (question.kind === 'cells') asked.push(question.asked.units.length);
        return question.kind === 'weights' ? server.answer(weights) : null;
      },
    });
    await page.getByRole('tab', { name: 'Heat map' }).click();
    await page.getByRole('group', { name: /^Heat map of 3,000 units/ }).evaluate(field => field.scrollTo(0, 20_000));
    await expect.poll(() => asked.length).toBeGreaterThan(1);
    expect(Math.max(...asked)).toBeLessThan(200);
    await page.close();
  });

  test('leads on: explain, show in data, definition of an indicator, an expectation', async () => {
    const { page, sent } = await opened(reportOf(largeRanking(64), { locale: 'en' }));
    await page.locator('[data-unit="110003"] [role=rowheader]').click();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Show in data' }).click();
    await page.locator('[data-unit="110003"] .column-level').first().dblclick();
    await page.getByRole('tab', { name: /Expectations/ }).click();
    await page.getByRole('button', { name: /does not hold.*it is 2/ }).click();
    await expect
      .poll(() => sent.slice(1).filter(({ type }) => type !== 'ask' && type !== 'shown'))
      .toEqual([
        { type: 'explain', payload: { unit: '110003' } },
        { type: 'reveal', payload: { kind: 'unit', id: '110003' } },
        { type: 'reveal', payload: { kind: 'indicator', id: 'management' } },
        { type: 'reveal', payload: { kind: 'expectation', index: 1 } },
      ]);
    await page.close();
  });

  test('texts of a definition are texts, never markup', async () => {
    const ranking = largeRanking(3);
    const evil = '<img src=x onerror=alert(1)><b>bold</b>';
    const units = ranking.units.map(unit => ({ ...unit, name: evil, groups: { kind: [evil] } }));
    const groupSystems = [{ id: 'kind', name: evil, groups: [{ name: evil, count: 3 }], isRanked: false }];
    const system = { ...ranking.system, title: evil };
    const { page, faults } = await opened(reportOf({ ...ranking, system, groupSystems, units }));
    await page.locator('[role=row][data-unit]').first().waitFor();
    expect(await page.locator('img, b').count()).toBe(0);
    expect(await page.locator('[role=rowheader]').first().textContent()).toBe(evil);
    expect(faults).toEqual([]);
    await page.close();
  });

  test('an outdated ranking says so, and the way to the problems is there', async () => {
    const state = { kind: 'stale', errors: 2, warnings: 0 } as const;
    const { page, sent, show } = await opened(reportOf(largeRanking(64), { state }));
    await page.getByText('显示的是上一次成功的排名').waitFor();
    await page.getByRole('button', { name: '查看问题' }).click();
    await expect.poll(() => sent.at(-1)).toEqual({ type: 'show-problems', payload: {} });
    await show({ type: 'unavailable', payload: { reason: 'stopped' } });
    await page.getByText('语言服务器没有响应').waitFor();
    expect(await page.locator('[role=row][data-unit]').count()).toBeGreaterThan(5);
    await page.close();
  });

  test('every reason for an empty page has its advice', async () => {
    const { page, show } = await opened(null, { language: 'en' });
    for (const reason of ['not-a-definition', 'no-data', 'definition-errors'] as const) {
      const state = { kind: 'empty', reason, errors: 1, warnings: 0 } as const;
      await show({ type: 'show', payload: reportOf(null, { state, locale: 'en' }) });
      await page.getByRole('button', { name: '1 error' }).waitFor();
      expect((await page.locator('main p').first().textContent())?.length).toBeGreaterThan(20);
    }
    await page.close();
  });

  test('the view survives a reload of the page', async () => {
    const before = await opened(reportOf(largeRanking(64)));
    await before.page.getByRole('button', { name: '优秀级 13' }).click();
    await before.page.locator('[data-unit="110014"] [role=rowheader]').click();
    const saved = await before.page.evaluate(() => (window as unknown as { savedState: unknown }).savedState);
    await before.page.close();
    expect(saved).toMatchObject({ uri: 'file:///demo.indicators.yaml', view: { tier: '优秀级' } });
    const after = await opened(reportOf(largeRanking(64)), { saved });
    await after.page.locator('[data-unit="110014"][aria-selected=true]').waitFor();
    expect(await after.unitsShown()).toHaveLength(13);
    await after.page.close();
  });
});
