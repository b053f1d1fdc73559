/** The ways of the ranking out of the page: the table as it is shown, a workbook, a report for publication. */

import type { Strings } from './english.ts';
import type { Host } from './host.ts';

interface ExportsProps {
  readonly strings: Strings;
  readonly host: Host;
  /** The table as it is shown, as CSV. */
  readonly exportTable: () => void;
}

export function Exports({ strings, host, exportTable }: ExportsProps) {
  const choose = (select: HTMLSelectElement) => {
    const { value } = select;
    select.value = '';
    if (value === 'csv') exportTable();
    if (value === 'xlsx' || value === 'html') host.post('export', { format: value });
  };
  return (
    <select class="export" aria-label={strings.exportTo} value="" onChange={event => choose(event.currentTarget)}>
      <option value="">{strings.exportTo}</option>
      {(['csv', 'xlsx', 'html'] as const).map(format => (
        <option key={format} value={format}>
          {strings.exports[format]}
        </option>
      ))}
    </select>
  );
}
