/** One part of a comparison: the changes, or a table of what they do. A row's first cell leads to where it is written. */
import { useState } from 'preact/hooks';
import type { ComparedRow, ComparisonTable } from '../../../../server/src/protocol/compare.ts';
import type { PreviewTarget } from '../../../../server/src/protocol/preview.ts';
import type { Strings } from './strings.ts';

interface SectionProps {
  readonly table: ComparisonTable;
  readonly isOpen: boolean;
  readonly toggle: (isOpen: boolean) => void;
  readonly reveal: (target: PreviewTarget) => void;
  readonly strings: Strings;
}

/** Rows that are drawn before the reader asks for all. */
const mostRows = 100;

export function Section({ table, isOpen, toggle, reveal, strings }: SectionProps) {
  const [isWhole, setIsWhole] = useState(false);
  const rows = isWhole ? table.rows : table.rows.slice(0, mostRows);
  const nMore = table.rows.length - rows.length;
  return (
    <details open={isOpen} onToggle={event => toggle(event.currentTarget.open)}>
      <summary>
        {table.title} <span class="count">{table.rows.length}</span>
      </summary>
      {table.kind === 'changes' ? (
        <ul class="changes">
          {rows.map((row, index) => (
            <Change key={index} row={row} reveal={reveal} />
          ))}
        </ul>
      ) : (
        <Table table={table} rows={rows} reveal={reveal} />
      )}
      {nMore > 0 && (
        <button type="button" class="link more" onClick={() => setIsWhole(true)}>
          {strings.more(nMore)}
        </button>
      )}
    </details>
  );
}

interface RowProps {
  readonly row: ComparedRow;
  readonly reveal: (target: PreviewTarget) => void;
}

function Change({ row, reveal }: RowProps) {
  const [change = '', effect] = row.cells;
  return (
    <li>
      <Name text={change} target={row.target} reveal={reveal} />
      <p class="quiet">{effect}</p>
    </li>
  );
}

interface TableProps {
  readonly table: ComparisonTable;
  readonly rows: readonly ComparedRow[];
  readonly reveal: (target: PreviewTarget) => void;
}

function Table({ table, rows, reveal }: TableProps) {
  const isNumber = (column: number) => table.numeric.includes(column);
  return (
    <div class="wide">
      <table>
        <thead>
          <tr>
            {table.header.map((text, column) => (
              <th key={column} scope="col" class={isNumber(column) ? 'number' : undefined}>
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ cells: [name = '', ...others], target }, index) => (
            <tr key={index}>
              <th scope="row">
                <Name text={name} target={target} reveal={reveal} />
              </th>
              {others.map((text, column) => (
                <td key={column} class={classOf(text, isNumber(column + 1))}>
                  {text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface NameProps {
  readonly text: string;
  readonly target: PreviewTarget | null;
  readonly reveal: (target: PreviewTarget) => void;
}

function Name({ text, target, reveal }: NameProps) {
  if (target === null) return <span>{text}</span>;
  return (
    <button type="button" class="link plain" onClick={() => reveal(target)}>
      {text}
    </button>
  );
}

/** What has a sign is a change: up is good news, down is bad. */
function classOf(text: string, isNumber: boolean): string | undefined {
  const change = /^(?:\+|↑)/.test(text) ? 'gain' : /^(?:−|↓)/.test(text) ? 'loss' : '';
  return isNumber ? `number ${change}`.trim() : change || undefined;
}
