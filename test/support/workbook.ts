/** XLSX workbooks from their bare XML, so that what is tested is not what the library itself has written. */
import { columnLetters } from '../../server/src/data/address.ts';
import { type ZipEntry, zip } from './zip.ts';

/** Text, number, yes or no; a formula with or without its value; an error; a day as Excel counts them; nothing. */
export type WrittenCell =
  | string
  | number
  | boolean
  | null
  | { readonly formula: string; readonly value?: number }
  | { readonly error: string }
  | { readonly day: number };

export interface WrittenSheet {
  readonly name: string;
  readonly rows: readonly (readonly WrittenCell[])[];
  /** `B2:C2` */
  readonly merges?: readonly string[];
  readonly isHidden?: boolean;
  /** In place of the rows. */
  readonly xml?: string;
}

export function workbook(sheets: readonly WrittenSheet[], more: readonly ZipEntry[] = []): Uint8Array {
  return zip([...parts(sheets), ...more]);
}

export function parts(sheets: readonly WrittenSheet[]): readonly ZipEntry[] {
  const list = sheets.map(({ name, isHidden }, index) => {
    const state = isHidden === true ? ' state="hidden"' : '';
    return `<sheet name="${escaped(name)}" sheetId="${index + 1}"${state} r:id="rId${index + 1}"/>`;
  });
  const relations = sheets.map((_, index) =>
    relation(`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`),
  );
  return [
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: '_rels/.rels', content: relationships([relation('rId1', 'officeDocument', 'xl/workbook.xml')]) },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns:r="${office}/relationships"><sheets>${list.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: relationships([...relations, relation('rIdStyles', 'styles', 'styles.xml')]),
    },
    {
      name: 'xl/styles.xml',
      content: '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="10"/></cellXfs></styleSheet>',
    },
    ...sheets.map((sheet, index) => ({ name: `xl/worksheets/sheet${index + 1}.xml`, content: sheetXml(sheet) })),
  ];
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006';

function relation(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${office}/relationships/${type}" Target="${target}"/>`;
}

function relationships(relations: readonly string[]): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}</Relationships>`;
}

function sheetXml({ rows, merges = [], xml }: WrittenSheet): string {
  if (xml !== undefined) return xml;
  const written = rows.map(
    (row, index) => `<row r="${index + 1}">${row.map((cell, column) => cellXml(cell, index, column)).join('')}</row>`,
  );
  const merged = merges.map(ref => `<mergeCell ref="${ref}"/>`).join('');
  return `<worksheet><sheetData>${written.join('')}</sheetData><mergeCells>${merged}</mergeCells></worksheet>`;
}

function cellXml(cell: WrittenCell, row: number, column: number): string {
  const at = `r="${columnLetters(column)}${row + 1}"`;
  if (cell === null) return '';
  if (typeof cell === 'string') return `<c ${at} t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`;
  if (typeof cell === 'number') return `<c ${at}><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `<c ${at} t="b"><v>${Number(cell)}</v></c>`;
  if ('error' in cell) return `<c ${at} t="e"><v>${cell.error}</v></c>`;
  if ('day' in cell) return `<c ${at} s="1"><v>${cell.day}</v></c>`;
  return `<c ${at}><f>${escaped(cell.formula)}</f><v>${cell.value ?? ''}</v></c>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
