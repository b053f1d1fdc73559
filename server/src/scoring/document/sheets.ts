/** A scoring as the sheets of a workbook. Knows no file format. */
import {
  type Cell,
  type Documented,
  type DocumentTable,
  expectationsTable,
  findingsTable,
  methodologyTable,
  publicationTables,
  rankingTable,
  scoresTable,
  tiersTable,
} from './tables.ts';
import { wordsFor } from './words.ts';

export interface DocumentSheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
}

export function sheetsOf(documented: Documented): readonly DocumentSheet[] {
  const { report, locale } = documented;
  const words = wordsFor(locale);
  const published = publicationTables(documented);
  return [
    sheet(rankingTable(documented)),
    sheet(scoresTable(documented)),
    sheet(methodologyTable(documented)),
    ...(report.tiers.length > 0 ? [sheet(tiersTable(documented))] : []),
    ...(published.length > 0 ? [{ name: words.publications, rows: below(published) }] : []),
    ...(report.expect.length > 0 ? [sheet(expectationsTable(documented))] : []),
    ...(report.findings.length > 0 ? [sheet(findingsTable(documented))] : []),
  ];
}

function sheet({ title, header, rows }: DocumentTable): DocumentSheet {
  return { name: title, rows: [header, ...rows] };
}

/** Tables below each other, a blank row between. */
function below(tables: readonly DocumentTable[]): DocumentSheet['rows'] {
  return tables.flatMap(({ title, header, rows }, index) => [...(index === 0 ? [] : [[]]), [title], header, ...rows]);
}
