/**
 * Bytes → text. Which encoding a file has is decided by its byte order mark and by what it can validly be, never by
 * frequencies of letters. Knows nothing of tables.
 */
import { type LocalText, localText } from '../base/locale.ts';
import type { Encoding, TableOptions, TableProblem } from './table.ts';

/** A text, the encoding it was read with and, where that does not fit the bytes, one problem at the first such place. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: Encoding;
  readonly problems: readonly TableProblem[];
}

/**
 * Decodes with the stated encoding or, for `auto`, with the one that fits: byte order mark, UTF-16 by its zero bytes,
 * valid UTF-8, valid GB18030 (which holds GBK and GB2312); else UTF-8. Bytes that do not fit become U+FFFD. The mark
 * is not part of the text. A stated encoding is obeyed even where another fits better; the problem names that one.
 * At most 500 MB: what is longer may not fit into one string.
 */
export function decode(bytes: Uint8Array, encoding: TableOptions['encoding']): DecodedText {
  const fitting = fittingReading(bytes);
  const used = encoding === 'auto' ? (fitting?.encoding ?? 'utf-8') : statedEncoding(bytes, encoding);
  const exact = used === fitting?.encoding ? fitting.text : strictText(bytes, used);
  const text = exact ?? readText(bytes, used, false);
  const message = complaint(bytes, text, used, fitting?.encoding, exact !== undefined);
  return { text, encoding: used, problems: message === undefined ? [] : [problemAtFirstPlace(text, message)] };
}

/** What is wrong with a text that should be UTF-8, as definitions are: another encoding, or bytes that were lost. */
export function utf8Problem({ text, encoding, problems }: DecodedText): TableProblem | undefined {
  if (names[encoding] === names['utf-8']) return problems[0] ?? controlCharacter(text);
  const message = localText(
    `The file is written in ${names[encoding]}. Definitions are UTF-8, and editors take them for that: save it as UTF-8.`,
    `文件编码为 ${names[encoding]}。定义文件应为 UTF-8，编辑器也按此打开：请将文件另存为 UTF-8。`,
  );
  return problemAtFirstPlace(text, message);
}

/** Characters that YAML does not allow and no editor shows: a NUL or another control character. */
function controlCharacter(text: string): TableProblem | undefined {
  const start = text.search(forbiddenInYaml);
  if (start < 0) return undefined;
  const name = `U+${text.charCodeAt(start).toString(16).toUpperCase().padStart(4, '0')}`;
  const message = localText(
    `YAML does not allow the control character ${name}, which nobody sees: delete it.`,
    `YAML 不允许控制字符 ${name}（不可见）：请删除。`,
  );
  return { code: 'replacement-characters', range: { start, end: start + 1 }, message };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const forbiddenInYaml = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/;

/** What a definition states; what is no encoding that we read states nothing. */
export function encodingNamed(name: string | undefined): TableOptions['encoding'] {
  return stateable.find(each => each === name) ?? 'auto';
}

const stateable: readonly TableOptions['encoding'][] = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'];

interface Reading {
  readonly encoding: Encoding;
  /** Absent where the mark says one encoding and a byte another. */
  readonly text: string | undefined;
}

const names: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-8-bom': 'UTF-8',
  gb18030: 'GB18030',
  'utf-16le': 'UTF-16LE',
  'utf-16be': 'UTF-16BE',
};

function statedEncoding(bytes: Uint8Array, stated: Exclude<TableOptions['encoding'], 'auto'>): Encoding {
  return stated === 'utf-8' && markedEncoding(bytes) === 'utf-8-bom' ? 'utf-8-bom' : stated;
}

function fittingReading(bytes: Uint8Array): Reading | undefined {
  const certain = markedEncoding(bytes) ?? zeroByteEncoding(bytes);
  if (certain !== undefined) return { encoding: certain, text: strictText(bytes, certain) };
  for (const encoding of ['utf-8', 'gb18030'] as const) {
    const text = strictText(bytes, encoding);
    if (text !== undefined) return { encoding, text };
  }
  return undefined;
}

function markedEncoding(bytes: Uint8Array): Encoding | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8-bom';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return undefined;
}

/**
 * UTF-16 without a mark. Only there do tables hold zero bytes: one half of each delimiter, digit and line break. The
 * byte order is the one in which more units are such characters (一 is U+4E00: a zero byte where it misleads).
 */
function zeroByteEncoding(bytes: Uint8Array): Encoding | undefined {
  const sample = bytes.subarray(0, 65_536);
  if (!sample.includes(0)) return undefined;
  let little = 0;
  let big = 0;
  for (let index = 0; index + 1 < sample.length; index += 2) {
    if (sample[index + 1] === 0 && isPlainByte(sample[index]!)) little++;
    else if (sample[index] === 0 && isPlainByte(sample[index + 1]!)) big++;
  }
  const nUnits = sample.length >> 1;
  if (little === big || Math.max(little, big) * 10 < nUnits) return undefined;
  return little > big ? 'utf-16le' : 'utf-16be';
}

function isPlainByte(byte: number): boolean {
  return (byte >= 0x20 && byte < 0x7f) || byte === 9 || byte === 10 || byte === 13;
}

/** The text, or `undefined` where a byte does not fit. */
function strictText(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return readText(bytes, encoding, true);
  } catch {
    return undefined;
  }
}

/** The label is never `gbk`: Node 20 fails with it on characters of four bytes and on €. */
function readText(bytes: Uint8Array, encoding: Encoding, fatal: boolean): string {
  const label = encoding === 'utf-8-bom' ? 'utf-8' : encoding;
  const text = new TextDecoder(label, { fatal, ignoreBOM: true }).decode(afterMark(bytes, encoding));
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

/** The mark is cut off the bytes where that is possible: a text cut off another is slower to read. GB18030 has one too. */
function afterMark(bytes: Uint8Array, encoding: Encoding): Uint8Array {
  if (markedEncoding(bytes) !== encoding) return bytes;
  return bytes.subarray(encoding === 'utf-8-bom' ? 3 : 2);
}

function complaint(
  bytes: Uint8Array,
  text: string,
  used: Encoding,
  fitting: Encoding | undefined,
  isExact: boolean,
): LocalText | undefined {
  if (!isExact || !isPlausible(bytes, used, fitting)) return doesNotFit(used, fitting);
  return text.includes('\ufffd') ? lostEarlier : undefined;
}

/**
 * Whether a text that was read without error can be meant. GB18030 reads most UTF-8 files and UTF-16 reads nearly
 * everything, wrongly. Characters of three bytes make UTF-8 certain; with fewer the author's word counts.
 */
function isPlausible(bytes: Uint8Array, used: Encoding, fitting: Encoding | undefined): boolean {
  if (fitting === undefined || names[fitting] === names[used]) return true;
  if (used === 'gb18030' && fitting === 'utf-8') return !bytes.some(byte => byte >= 0xe0);
  return bytes.length === 0;
}

function problemAtFirstPlace(text: string, message: LocalText): TableProblem {
  const replacement = text.indexOf('\ufffd');
  const start = replacement >= 0 ? replacement : Math.max(0, text.search(/[^\0-\x7f]/));
  return { code: 'replacement-characters', range: { start, end: Math.min(start + 1, text.length) }, message };
}

function doesNotFit(used: Encoding, fitting: Encoding | undefined): LocalText {
  if (fitting === undefined || names[fitting] === names[used]) {
    return localText(
      `From here on there are bytes that are not ${names[used]}; no encoding that we read fits the whole file. Save it as UTF-8.`,
      `自此处起有不符合 ${names[used]} 编码的字节，且没有任何支持的编码适合整个文件。请将文件另存为 UTF-8。`,
    );
  }
  return localText(
    `The file is not ${names[used]}: it reads as ${names[fitting]}. State \`encoding: ${names[fitting].toLowerCase()}\` or leave it out.`,
    `文件不是 ${names[used]} 编码，而适合用 ${names[fitting]} 读取。请写 \`encoding: ${names[fitting].toLowerCase()}\` 或删去该项。`,
  );
}

const lostEarlier: LocalText = localText(
  'The file itself holds the replacement character U+FFFD: text was lost when it was converted or saved. Take it from its source again.',
  '文件本身含有替换字符 U+FFFD：文字在先前转换或保存时已丢失。请从来源重新获取。',
);
