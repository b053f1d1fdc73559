/**
 * JSON → table: an array of flat objects, or `{"columns": […], "rows": [[…], …]}`. Values are cut out of the text when
 * they are asked for, so that numbers stay as they were written. Knows nothing of bytes.
 */
import { type LocalText, localText } from '../base/locale.ts';
import type { TextRange } from '../base/text.ts';
import { textAddresses } from './address.ts';
import { columnIndexes, columnLabel, reportDuplicateColumns } from './columns.ts';
import { at, type IntegerList, integerList, push } from './integerList.ts';
import {
  listWanted,
  nameWanted,
  recordWanted,
  repeatedKey,
  restIsLost,
  syntaxMessage,
  tableWanted,
} from './jsonMessages.ts';
import { afterBlanks, forEachElement, forEachMember, stringValue, valueEnd } from './jsonScan.ts';
import { emptyFile, raggedRow, unnamedColumn } from './messages.ts';
import { type ProblemCollector, problemCollector } from './problems.ts';
import type { Column, Table } from './table.ts';

/**
 * Reads any text. Strings give their text, numbers their source, `true` and `false` themselves, `null` ''. A value that
 * is a list or an object gives its source and a problem. After a syntax error the complete rows before it stand.
 */
export function readJson(text: string): Omit<Table, 'encoding'> {
  const reader = jsonReader(text);
  const end = readRoot(reader);
  const rest = end < 0 ? ~end : afterBlanks(text, end);
  if (end < 0 || rest < text.length) reportSyntax(reader, rest, restIsLost);
  return tableOf(reader);
}

/** What has been read of a text: rows of values, by their places. */
export interface JsonReader {
  readonly text: string;
  readonly problems: ProblemCollector;
  readonly columns: Column[];
  /** Where each row starts in the text. */
  readonly rowStarts: IntegerList;
  /** Where in the two lists of values each row begins, and where the last one ends. */
  readonly rowFirst: IntegerList;
  readonly valueColumns: IntegerList;
  readonly valueStarts: IntegerList;
}

export function jsonReader(text: string): JsonReader {
  return {
    text,
    problems: problemCollector(text),
    columns: [],
    rowStarts: integerList(),
    rowFirst: integerList(),
    valueColumns: integerList(),
    valueStarts: integerList(),
  };
}

/** The table of all rows that were read; nothing is read after it. */
export function tableOf(reader: JsonReader): Omit<Table, 'encoding'> {
  const { text, columns } = reader;
  push(reader.rowFirst, reader.valueStarts.length);
  reportUnnamedColumns(reader);
  const indexes = columnIndexes(columns);
  const rangeOf = (row: number, column: number) => cellRange(reader, row, column);
  return {
    text,
    columns,
    nRows: reader.rowStarts.length,
    problems: reader.problems.all(),
    columnIndex: name => indexes.get(name) ?? -1,
    cell: (row, column) => cellText(text, valueStart(reader, row, column)),
    cellRange: rangeOf,
    ...textAddresses(text, columns, rangeOf),
  };
}

/** `lost` says what does not count because of it. */
export function reportSyntax(reader: JsonReader, offset: number, lost: LocalText): void {
  const range = { start: offset, end: Math.min(offset + 1, reader.text.length) };
  reader.problems.add('json-syntax', range, line => syntaxMessage(reader.text, offset, line, lost));
}

function readRoot(reader: JsonReader): number {
  const { text, problems } = reader;
  const start = afterBlanks(text, 0);
  if (start === text.length) {
    problems.add('empty-file', { start: 0, end: 0 }, () => emptyFile);
    return start;
  }
  if (text[start] === '[') return readRecords(reader, start);
  if (text[start] === '{') return readColumnsAndRows(reader, start);
  const end = valueEnd(text, start);
  if (end >= 0) reportShape(reader, { start, end }, tableWanted);
  return end;
}

function readRecords(reader: JsonReader, start: number): number {
  const end = forEachElement(reader.text, start, recordReader(reader));
  if (end >= 0 && reader.columns.length === 0) reader.problems.add('empty-file', { start, end }, () => emptyFile);
  return end;
}

/** Reads one object after the other, each as a row; a value that is no object is reported and left out. Gives its end. */
export function recordReader(reader: JsonReader): (rowStart: number) => number {
  const columnByName = new Map<string, number>();
  const lastRowOfColumn: number[] = [];
  return rowStart => {
    if (reader.text[rowStart] !== '{') return skipWrong(reader, rowStart, recordWanted);
    return readRow(reader, rowStart, row =>
      forEachMember(reader.text, rowStart, (keyStart, keyEnd, position) => {
        const name = stringValue(reader.text, keyStart, keyEnd).trim();
        const header = { start: keyStart, end: keyEnd };
        const column = columnByName.get(name) ?? reader.columns.push({ name, header }) - 1;
        columnByName.set(name, column);
        const isRepeated = lastRowOfColumn[column] === row;
        lastRowOfColumn[column] = row;
        if (isRepeated) reportRepeatedKey(reader, header, name);
        return isRepeated ? valueEnd(reader.text, position) : readValue(reader, position, column);
      }),
    );
  };
}

function readColumnsAndRows(reader: JsonReader, start: number): number {
  const { text } = reader;
  const places = new Map<string, number>();
  const end = forEachMember(text, start, (keyStart, keyEnd, position) => {
    const key = stringValue(text, keyStart, keyEnd);
    if (!places.has(key)) places.set(key, position);
    else if (key === 'columns' || key === 'rows') reportRepeatedKey(reader, { start: keyStart, end: keyEnd }, key);
    return valueEnd(text, position);
  });
  const columnsStart = places.get('columns');
  const rowsStart = places.get('rows');
  if (columnsStart !== undefined && rowsStart !== undefined && text[columnsStart] === '[' && text[rowsStart] === '[') {
    readNames(reader, columnsStart);
    readRows(reader, rowsStart);
  } else if (end >= 0) {
    reportShape(reader, { start, end }, tableWanted);
  }
  return end;
}

function readNames(reader: JsonReader, start: number): void {
  const { text, columns, problems } = reader;
  forEachElement(text, start, position => {
    const end = valueEnd(text, position);
    if (end < 0) return end;
    if (!/^["\d-]/.test(text[position]!)) reportShape(reader, { start: position, end }, nameWanted);
    columns.push({ name: cellText(text, position), header: { start: position, end } });
    return end;
  });
  reportDuplicateColumns(columns, columnIndexes(columns), problems);
  if (columns.length === 0) problems.add('empty-file', { start, end: start + 1 }, () => emptyFile);
}

function readRows(reader: JsonReader, start: number): void {
  const { text, columns, problems } = reader;
  forEachElement(text, start, rowStart => {
    if (text[rowStart] !== '[') return skipWrong(reader, rowStart, listWanted);
    let nCells = 0;
    const rowEnd = readRow(reader, rowStart, () =>
      forEachElement(text, rowStart, position => readValue(reader, position, nCells++)),
    );
    if (rowEnd >= 0 && nCells !== columns.length) {
      const firstAbsent = nCells < columns.length ? columnLabel(columns, nCells) : undefined;
      const range = { start: rowStart, end: rowEnd };
      problems.add('ragged-row', range, line => raggedRow(line, nCells, columns.length, firstAbsent));
    }
    return rowEnd;
  });
}

/** A row counts only if it is complete. */
function readRow(reader: JsonReader, rowStart: number, readValues: (row: number) => number): number {
  const first = reader.valueStarts.length;
  const end = readValues(reader.rowStarts.length);
  if (end < 0) {
    reader.valueStarts.length = first;
    reader.valueColumns.length = first;
    return end;
  }
  push(reader.rowFirst, first);
  push(reader.rowStarts, rowStart);
  return end;
}

function readValue(reader: JsonReader, start: number, column: number): number {
  const end = valueEnd(reader.text, start);
  if (end < 0) return end;
  push(reader.valueColumns, column);
  push(reader.valueStarts, start);
  if (reader.text[start] === '{' || reader.text[start] === '[') {
    reader.problems.add('json-shape', { start, end }, line => {
      const { en, 'zh-CN': zh } = columnLabel(reader.columns, column);
      return localText(
        `Row ${line}, ${en}: a cell holds a text, a number, true, false or null, not a list or an object.`,
        `第 ${line} 行，${zh}：单元格只能是文本、数字、true、false 或 null，不能是列表或对象。`,
      );
    });
  }
  return end;
}

/** Start of a cell's value, or −1. Most rows hold their values in the order of the columns. */
function valueStart(reader: JsonReader, row: number, column: number): number {
  if (!(row >= 0 && row < reader.rowStarts.length)) return -1;
  const first = at(reader.rowFirst, row);
  const last = at(reader.rowFirst, row + 1);
  const likely = first + column;
  if (likely >= first && likely < last && at(reader.valueColumns, likely) === column)
    return at(reader.valueStarts, likely);
  for (let index = first; index < last; index++) {
    if (at(reader.valueColumns, index) === column) return at(reader.valueStarts, index);
  }
  return -1;
}

function cellText(text: string, start: number): string {
  if (start < 0 || text[start] === 'n') return '';
  const end = valueEnd(text, start);
  return text[start] === '"' ? stringValue(text, start, end).trim() : text.slice(start, end);
}

function cellRange(reader: JsonReader, row: number, column: number): TextRange {
  const start = valueStart(reader, row, column);
  if (start >= 0) return { start, end: valueEnd(reader.text, start) };
  const isRow = row >= 0 && row < reader.rowStarts.length;
  const place = isRow ? at(reader.rowStarts, row) : reader.text.length;
  return { start: place, end: place };
}

function reportUnnamedColumns(reader: JsonReader): void {
  const isWaiting = reader.columns.map(({ name }) => name === '');
  if (!isWaiting.includes(true)) return;
  for (let index = 0; index < reader.valueStarts.length; index++) {
    const column = at(reader.valueColumns, index);
    if (!isWaiting[column] || cellText(reader.text, at(reader.valueStarts, index)) === '') continue;
    isWaiting[column] = false;
    reader.problems.add('unnamed-column', reader.columns[column]!.header, line => unnamedColumn(line, column));
  }
}

/** A row of another kind is reported and left out. */
function skipWrong(reader: JsonReader, start: number, wanted: LocalText): number {
  const end = valueEnd(reader.text, start);
  if (end >= 0) reportShape(reader, { start, end }, wanted);
  return end;
}

function reportShape(reader: JsonReader, range: TextRange, wanted: LocalText): void {
  reader.problems.add('json-shape', range, line => inRow(line, wanted));
}

function reportRepeatedKey(reader: JsonReader, range: TextRange, name: string): void {
  reader.problems.add('duplicate-column', range, line => inRow(line, repeatedKey(name)));
}

function inRow(line: number, message: LocalText): LocalText {
  return localText(`Row ${line}: ${message.en}`, `第 ${line} 行：${message['zh-CN']}`);
}
