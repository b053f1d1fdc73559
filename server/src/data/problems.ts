/** Collects what is wrong in a file: in the file's order, with line numbers, and not a million times the same. */
import { type LocalText, localText } from '../base/locale.ts';
import type { TextRange } from '../base/text.ts';
import { lineCounter } from './lines.ts';
import type { TableProblem } from './table.ts';

export interface ProblemCollector {
  /** `line` is the 1-based line where the range starts. */
  add(code: TableProblem['code'], range: TextRange, message: (line: number) => LocalText): void;
  /** In the file's order; of each code the first hundred and, where there are more, one that counts the rest. */
  all(): readonly TableProblem[];
}

const keptOfEachCode = 100;

export function problemCollector(text: string): ProblemCollector {
  const kept: { code: TableProblem['code']; range: TextRange; message: (line: number) => LocalText }[] = [];
  const counts = new Map<TableProblem['code'], number>();

  function add(code: TableProblem['code'], range: TextRange, message: (line: number) => LocalText): void {
    const count = (counts.get(code) ?? 0) + 1;
    counts.set(code, count);
    if (count <= keptOfEachCode) kept.push({ code, range, message });
    else if (count === keptOfEachCode + 1) kept.push({ code, range, message: line => further(code, line) });
  }

  function further(code: TableProblem['code'], line: number): LocalText {
    const count = counts.get(code)! - keptOfEachCode;
    return localText(
      `Row ${line}: from here on there are ${count} more of the same.`,
      `第 ${line} 行：自此处起还有 ${count} 处同样的问题。`,
    );
  }

  function all(): readonly TableProblem[] {
    const lineAt = lineCounter(text);
    return kept
      .toSorted((a, b) => a.range.start - b.range.start)
      .map(({ code, range, message }) => ({ code, range, message: message(lineAt(range.start)) }));
  }

  return { add, all };
}
