/** What is said of a JSON text that is not as it should be. */
import { type LocalText, localText } from '../base/locale.ts';

export const restIsLost = localText('The complete rows before are used.', '之前完整的行照常使用。');

export const lineIsLost = localText('This row is not used.', '本行不予使用。');

/** Says what stands where JSON cannot be, the habit behind it where there is one, and what does not count because of it. */
export function syntaxMessage(text: string, offset: number, line: number, lost: LocalText): LocalText {
  const found = text.codePointAt(offset);
  if (found === undefined) {
    return localText(
      `Row ${line}: the file ends here, but its JSON is not complete. ${lost.en}`,
      `第 ${line} 行：文件在此结束，但 JSON 不完整；${lost['zh-CN']}`,
    );
  }
  const shown = found < 32 ? `U+${found.toString(16).padStart(4, '0')}` : String.fromCodePoint(found);
  const hint = hintAt(text, offset);
  return localText(
    `Row ${line}: “${shown}” is not valid JSON here. ${hint.en}${lost.en}`,
    `第 ${line} 行：此处的“${shown}”不符合 JSON 语法。${hint['zh-CN']}${lost['zh-CN']}`,
  );
}

function hintAt(text: string, offset: number): LocalText {
  const rest = text.slice(offset, offset + 9);
  const before = text.slice(Math.max(0, offset - 100), offset).trimEnd();
  if (/^[}\]]/.test(rest) && before.endsWith(',')) {
    return localText('No comma may stand before a closing bracket. ', '右括号前不能有逗号。');
  }
  if (/^['‘’“”]/.test(rest)) return localText('Texts stand in plain double quotes ("). ', '文本须用英文双引号（"）。');
  if (/^\/[/*]/.test(rest)) return localText('JSON has no comments. ', 'JSON 不支持注释。');
  if (/^(?:-?Infinity|NaN|None|NA\b)/.test(rest)) return localText('A missing value is null. ', '缺失值请写 null。');
  if (/^[，：]/.test(rest)) return localText('Commas and colons are the ASCII ones. ', '逗号和冒号须用半角。');
  return localText('', '');
}

export const tableWanted = localText(
  'A table is a list of flat objects, or {"columns": […], "rows": [[…], …]}.',
  '表格应为扁平对象的列表，或 {"columns": […], "rows": [[…], …]}。',
);

export const recordWanted = localText(
  'Each row of this list is an object of names and values; this one is not used.',
  '此列表的每一行应为由名称和值组成的对象；本行不予使用。',
);

export const listWanted = localText(
  'Each of the rows is a list of values; this one is not used.',
  '每一行应为值的列表；本行不予使用。',
);

export const nameWanted = localText('The name of a column is a text.', '列名应为文本。');

export function repeatedKey(name: string): LocalText {
  return localText(
    `“${name}” stands twice in one object; only the first is used.`,
    `同一对象中“${name}”重复；只使用第一个。`,
  );
}
