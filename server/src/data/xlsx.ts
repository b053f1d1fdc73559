/**
 * XLSX → the tables of its sheets (`hucre` reads; `writeXlsx.ts` writes with it). A value is what the file stores: 95 % is 0.95, a date its
 * day. A formula without a stored value is its own text (`=B2*2`) and an error is itself (`#N/A`), so that neither passes
 * for a missing value. Any bytes give a result.
 */
import { type Cell, type CellValue, readXlsx, type Sheet } from 'hucre/xlsx';
import { localText } from '../base/locale.ts';
import { isoDate } from './isoDate.ts';
import type { OpenedFile, OpenedProblem } from './opened.ts';
import { type Grid, gridTable } from './sheet.ts';
import { judgeZip } from './zipGuard.ts';

export async function openXlsx(bytes: Uint8Array): Promise<OpenedFile> {
  if (isOldOrEncrypted(bytes)) return failed(oldOrEncrypted);
  switch (judgeZip(bytes)) {
    case 'no-archive':
      return failed(noWorkbook);
    case 'forged':
      return failed(forged);
    case 'too-large':
      return failed(tooLarge);
    case 'fine':
      return readSheets(bytes);
  }
}

async function readSheets(bytes: Uint8Array): Promise<OpenedFile> {
  const withoutCells = new Set<string>();
  for (;;) {
    try {
      const { sheets } = await readXlsx(bytes, { sheets: ({ name }) => !withoutCells.has(name) });
      return { tables: sheets.map(sheet => gridTable(gridOf(sheet))) };
    } catch (error) {
      // A sheet that is a chart stands among the sheets and has no cells.
      const chart = /^Invalid XLSX: missing worksheet file for sheet "(.*)"$/s.exec(textOf(error))?.[1];
      if (chart === undefined || withoutCells.has(chart)) return failed(damaged(textOf(error)));
      withoutCells.add(chart);
    }
  }
}

function gridOf({ name, hidden, veryHidden, rows: values, cells, merges = [] }: Sheet): Grid {
  const rows = values.map(row => row.map(textOrNumber));
  // The library keeps details of few cells: formulas, errors and formatted texts are among them.
  for (const [key, cell] of cells ?? []) {
    const [row, column] = key.split(',').map(Number);
    const shown = withoutValue(cell);
    if (shown !== undefined) rows[row!]![column!] = shown;
  }
  const nColumns = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return { name, isHidden: hidden === true || veryHidden === true, nColumns, rows, merges };
}

function withoutValue({ type, value, formula }: Cell): string | undefined {
  if (type === 'error') return String(value || '#ERROR!');
  // A formula shared with a cell above has no text of its own.
  return formula !== undefined && value === null ? `=${formula}` : undefined;
}

function textOrNumber(value: CellValue): number | string {
  if (value === null) return '';
  if (value instanceof Date) return isoDate(value);
  return typeof value === 'number' && Number.isFinite(value) ? value : String(value).trim();
}

/** The container of old .xls files, and of new ones with a password. */
function isOldOrEncrypted(bytes: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0].every((byte, index) => bytes[index] === byte);
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function failed(message: OpenedProblem['message']): OpenedFile {
  return { tables: [], problem: { code: 'not-opened', message } };
}

const noWorkbook = localText('It is not an XLSX workbook.', '不是 XLSX 工作簿。');

const oldOrEncrypted = localText(
  'It is protected by a password, or an old .xls workbook: save it as XLSX without a password.',
  '文件有密码保护，或是旧版 .xls 工作簿：请另存为不加密的 XLSX。',
);

const forged = localText(
  'It is not as a workbook should be: its directory hides how large its parts are. It was not unpacked.',
  '工作簿不正常：其目录隐瞒了各部分的实际大小，未予解压。',
);

const tooLarge = localText(
  'Unpacked it would have more than 200 MB, or more than 200 times its size. It was not unpacked.',
  '解压后将超过 200 MB，或超过自身大小的 200 倍，未予解压。',
);

/** The library names the part, and the cell where one lies too far out (`XFD1048576`), in English only. */
function damaged(detail: string): OpenedProblem['message'] {
  return /\bcells\b|dimension|sheet bounds/i.test(detail)
    ? localText(
        `A sheet reaches too far: a cell stands far from all others. Delete the empty rows and columns. (${detail})`,
        `工作表范围过大：有单元格远离其他数据。请删除空行和空列。（${detail}）`,
      )
    : localText(`The workbook is damaged: ${detail}`, `工作簿已损坏：${detail}`);
}
