// Writes data/2024.xlsx: a workbook with a note sheet in front, percentages, formulas with their stored values and an
// empty cell. 生成 data/2024.xlsx。
import { writeFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';

const rows = [
  ['代码', '名称', '地区', '办件量', '按时率', '满意数', '评价数', '满意率'],
  ['a', '甲', '东部', 1200, 0.95, 930, 1000, { formula: 'F2/G2', value: 0.93 }],
  ['b', '乙', '东部', 800, 0.9, 440, 500, { formula: 'F3/G3', value: 0.88 }],
  ['c', '丙', '西部', 400, 0.8, 180, 200, { formula: 'F4/G4', value: 0.9 }],
  ['d', '丁', '西部', 600, null, 210, 300, { formula: 'F5/G5', value: 0.7 }],
];
const percentages = new Set([4, 7]);

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const xml = text => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${text}`;
const type = (part, kind) =>
  `<Override PartName="/xl/${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`;
const relation = (id, kind, target) => `<Relationship Id="${id}" Type="${relations}/${kind}" Target="${target}"/>`;

function cell(value, row, column) {
  const at = `${'ABCDEFGH'[column]}${row + 1}`;
  if (value === null) return '';
  if (typeof value === 'string') return `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
  const style = percentages.has(column) ? ' s="1"' : '';
  if (typeof value === 'number') return `<c r="${at}"${style}><v>${value}</v></c>`;
  return `<c r="${at}"${style}><f>${value.formula}</f><v>${value.value}</v></c>`;
}

function sheet(cells) {
  const data = cells.map((row, r) => `<row r="${r + 1}">${row.map((value, c) => cell(value, r, c)).join('')}</row>`);
  return xml(`<worksheet xmlns="${main}"><sheetData>${data.join('')}</sheetData></worksheet>`);
}

const files = {
  '[Content_Types].xml': xml(
    `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${type('workbook.xml', 'sheet.main')}${type('styles.xml', 'styles')}${type('worksheets/sheet1.xml', 'worksheet')}${type('worksheets/sheet2.xml', 'worksheet')}</Types>`,
  ),
  '_rels/.rels': xml(
    `<Relationships xmlns="${packages}/relationships">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
  ),
  'xl/workbook.xml': xml(
    `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="说明" sheetId="1" r:id="rId1"/><sheet name="2024" sheetId="2" r:id="rId2"/></sheets></workbook>`,
  ),
  'xl/_rels/workbook.xml.rels': xml(
    `<Relationships xmlns="${packages}/relationships">${relation('rId1', 'worksheet', 'worksheets/sheet1.xml')}${relation('rId2', 'worksheet', 'worksheets/sheet2.xml')}${relation('rId3', 'styles', 'styles.xml')}</Relationships>`,
  ),
  'xl/styles.xml': xml(
    `<styleSheet xmlns="${main}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="10" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  ),
  'xl/worksheets/sheet1.xml': sheet([['数据为虚构，见“2024”工作表。']]),
  'xl/worksheets/sheet2.xml': sheet(rows),
};

writeFileSync(new URL('data/2024.xlsx', import.meta.url), zip(files));

/** Not compressed and without dates, so that the same rows give the same bytes. */
function zip(entries) {
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const [name, text] of Object.entries(entries)) {
    const [nameBytes, bytes] = [Buffer.from(name), Buffer.from(text)];
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x800, 2);
    common.writeUInt32LE(0x00210000, 6);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(bytes.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(nameBytes.length, 22);
    parts.push(Buffer.from('PK\x03\x04'), common, nameBytes, bytes);
    const end = Buffer.alloc(14);
    end.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0'), common, end, nameBytes]));
    offset += 30 + nameBytes.length + bytes.length;
  }
  const list = Buffer.concat(directory);
  const last = Buffer.alloc(18);
  last.writeUInt16LE(directory.length, 4);
  last.writeUInt16LE(directory.length, 6);
  last.writeUInt32LE(list.length, 8);
  last.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, list, Buffer.from('PK\x05\x06'), last]);
}
