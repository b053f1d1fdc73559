/** Looks at files that were exported, as those who get them do: each is opened again. Knows nothing of how it was exported. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { readXlsx } from 'hucre/xlsx';
import type { Page } from 'playwright-core';

/** A page for publication shows the text, runs nothing and can be printed. */
export async function isReport(page: Page, path: string, text: string, picture?: string): Promise<void> {
  await opened(page, path, async report => {
    await report.getByText(text).first().waitFor();
    assert.equal(await report.locator('img').count(), 0);
    assert.notEqual(await report.title(), '1');
    assert.ok((await report.pdf()).length > 10_000, 'it can be printed');
    if (picture !== undefined) await report.screenshot({ path: picture, fullPage: true });
  });
}

/** A workbook holds the texts as texts, and not one formula. */
export async function isWorkbook(path: string, texts: readonly string[]): Promise<void> {
  const { sheets } = await readXlsx(await readFile(path), { readStyles: false });
  const cells = sheets.flatMap(({ rows }) => rows.flat());
  for (const text of texts) assert.ok(cells.includes(text), `${text} in ${JSON.stringify(cells.slice(0, 30))}`);
  assert.deepEqual(
    sheets.flatMap(({ cells: special }) => [...(special?.values() ?? [])]).filter(cell => cell.formula !== undefined),
    [],
  );
}

/** A table begins as spreadsheets know UTF-8 by, and holds the texts. */
export async function isTable(path: string, texts: readonly string[]): Promise<void> {
  const csv = await readFile(path, 'utf8');
  assert.match(csv, /^\uFEFF/);
  for (const text of texts) assert.ok(csv.includes(text), `${text} in ${csv}`);
}

/** A picture is drawn and has a size; in an SVG nothing may run. */
export async function isPicture(page: Page, path: string): Promise<void> {
  await opened(page, path, async window => {
    const size = await window.evaluate(async address => {
      const picture = new Image();
      picture.src = address;
      await picture.decode();
      return [picture.naturalWidth, picture.naturalHeight];
    }, pathToFileURL(path).href);
    assert.ok(size[0]! > 200 && size[1]! > 100, `${path} is ${size.join(' × ')}`);
    if (path.endsWith('.svg')) assert.equal(await window.locator('script, foreignObject, parsererror').count(), 0);
  });
}

/** In a window of its own, which reaches no network and where nothing may run. */
async function opened(page: Page, path: string, look: (window: Page) => Promise<void>): Promise<void> {
  const context = page.context();
  const window = await (
    (await context.browser()?.newContext({ viewport: { width: 1000, height: 1000 } })) ?? context
  ).newPage();
  try {
    await window.goto(pathToFileURL(path).href);
    await look(window);
  } finally {
    await (window.context() === context ? window.close() : window.context().close());
  }
}
