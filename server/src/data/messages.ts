/** What is said of a file that is not as it should be. Rows are named by the line of the file where they start. */
import { type LocalText, localText } from '../base/locale.ts';

export const emptyFile: LocalText = localText('The file holds no table.', '文件中没有表格。');

export function raggedRow(
  line: number,
  nCells: number,
  nColumns: number,
  firstAbsent: LocalText | undefined,
): LocalText {
  const counts = localText(
    `Row ${line} has ${counted(nCells, 'cell')}, the header has ${counted(nColumns, 'column')}`,
    `第 ${line} 行有 ${nCells} 个单元格，而表头有 ${nColumns} 列`,
  );
  return firstAbsent === undefined
    ? localText(
        `${counts.en}; what stands beyond the last column is not used.`,
        `${counts['zh-CN']}；最后一列之后的内容不予使用。`,
      )
    : localText(
        `${counts.en}; nothing is there from ${firstAbsent.en} on.`,
        `${counts['zh-CN']}；自${firstAbsent['zh-CN']}起没有内容。`,
      );
}

export function unnamedColumn(line: number, column: number): LocalText {
  return localText(
    `Row ${line}: column ${column + 1} has no name, so what it holds cannot be used.`,
    `第 ${line} 行：第 ${column + 1} 列没有列名，其内容无法使用。`,
  );
}

export function unclosedQuote(line: number, column: LocalText): LocalText {
  return localText(
    `Row ${line}, ${column.en}: this quote is not closed before a delimiter or the end of the line; the cell is read as it stands.`,
    `第 ${line} 行，${column['zh-CN']}：此引号在分隔符或行尾之前没有正确闭合；单元格按原样读取。`,
  );
}

function counted(count: number, noun: string): string {
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`;
}
