/** JSON lines → table: one flat object a line. A line that is not one is reported and left out; the others stand. */
import { type JsonReader, jsonReader, recordReader, reportSyntax, tableOf } from './json.ts';
import { lineIsLost } from './jsonMessages.ts';
import { afterBlanks, valueEnd } from './jsonScan.ts';
import { emptyFile } from './messages.ts';
import type { Table } from './table.ts';

/** Reads any text. Values are read as in JSON; blank lines are skipped. */
export function readNdjson(text: string): Omit<Table, 'encoding'> {
  const reader = jsonReader(text);
  const readRecord = recordReader(reader);
  for (const { start, end } of linesOf(text)) {
    const first = afterBlanks(text, start);
    if (first >= end) continue;
    if (isValue(reader, first, end)) readRecord(first);
  }
  if (reader.columns.length === 0 && reader.problems.all().length === 0) {
    reader.problems.add('empty-file', { start: 0, end: 0 }, () => emptyFile);
  }
  return tableOf(reader);
}

/** Whether a line holds one JSON value and nothing else. It is read by itself: what is open at its end stays its own. */
function isValue(reader: JsonReader, start: number, lineEnd: number): boolean {
  const line = reader.text.slice(start, lineEnd);
  const end = valueEnd(line, 0);
  const rest = end < 0 ? ~end : afterBlanks(line, end);
  if (end >= 0 && rest === line.length) return true;
  reportSyntax(reader, start + rest, lineIsLost);
  return false;
}

/** Line ends are LF, CR LF and CR; none of them may stand inside a JSON text. */
function* linesOf(text: string): Iterable<{ readonly start: number; readonly end: number }> {
  const lineEnd = /\r\n|\n|\r|$/g;
  for (let start = 0; start < text.length; ) {
    lineEnd.lastIndex = start;
    const found = lineEnd.exec(text)!;
    yield { start, end: found.index };
    start = found.index + found[0].length;
    if (found[0] === '') return;
  }
}
