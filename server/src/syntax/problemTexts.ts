/** What can be wrong with YAML, in words for someone who writes a methodology. Codes are stable. */
import { type LocalText, localText } from '../base/locale.ts';

/** A problem without its place. */
export interface ProblemText {
  readonly code: string;
  readonly message: LocalText;
}

function problemText(code: string, en: string, zh: string): ProblemText {
  return { code, message: localText(en, zh) };
}

export const texts = {
  tabIndent: problemText(
    'tab-indent',
    'A tab stands where the line is indented. YAML allows only spaces there: replace the tab by spaces.',
    '缩进处有制表符。YAML 的缩进只能用空格：请把制表符换成空格。',
  ),
  badIndent: problemText(
    'bad-indent',
    'The indentation of this line fits no line above it. Lines of one level must start in the same column.',
    '此行的缩进与上文任何一级都对不上。同一级的各行必须从同一列开始。',
  ),
  missingColon: problemText(
    'missing-colon',
    'A colon and a value are missing after this key: write `key: value`.',
    '键后面缺少冒号和值：请写成 `键: 值`（英文冒号加空格）。',
  ),
  missingSpace: problemText(
    'missing-space',
    'A space is missing after the colon: write `key: value`.',
    '冒号后面缺少空格：请写成 `键: 值`。',
  ),
  fullWidthColon: problemText(
    'full-width-colon',
    'This is a full-width colon `：`. YAML needs the ASCII colon and a space: write `: `.',
    '这里用了全角冒号“：”。YAML 需要英文冒号加一个空格：请改成 `: `。',
  ),
  fullWidthComma: problemText(
    'full-width-comma',
    'This is a full-width comma `，`. Inside `[ ]` and `{ }` YAML needs the ASCII comma and a space: write `, `.',
    '这里用了全角逗号“，”。`[ ]` 或 `{ }` 里需要英文逗号加一个空格：请改成 `, `。',
  ),
  missingComma: problemText(
    'missing-comma',
    'A comma is missing between two entries inside `[ ]` or `{ }`.',
    '`[ ]` 或 `{ }` 里的两项之间缺少英文逗号。',
  ),
  missingDash: problemText(
    'missing-dash',
    'A list item must start with `- `; this line stands among the items without a dash.',
    '列表的每一项必须以 `- ` 开头；此行夹在各项之间却没有短横线。',
  ),
  commentSpace: problemText(
    'comment-space',
    'A space is missing before `#`: a comment must be separated from what stands before it.',
    '`#` 前面缺少空格：注释与前面的内容之间必须有空格。',
  ),
  unclosedQuote: problemText(
    'unclosed-quote',
    'This quotation mark is never closed: put the same mark at the end of the text, or remove this one.',
    '引号没有闭合：请在文字末尾加上同样的引号，或者删去这个引号。',
  ),
  nestedColon: problemText(
    'nested-colon',
    'A value on the line of its key cannot hold another `: `. Put the text in quotation marks, or start a new line.',
    '值里不能再出现 `: `。请给文字加上引号，或者另起一行。',
  ),
  blockInFlow: problemText(
    'block-in-flow',
    'Lists with dashes cannot stand inside `[ ]` or `{ }`. Is a closing bracket missing above?',
    '`[ ]` 或 `{ }` 里不能写带短横线的列表。上文是否漏了右括号？',
  ),
  badStart: problemText(
    'bad-start',
    'Text cannot start with this character: put the whole text in quotation marks.',
    '文字不能以这个字符开头：请给整段文字加上引号。',
  ),
  badEscape: problemText(
    'bad-escape',
    'Unknown escape after the backslash. Write `\\\\` for a backslash, or use single quotation marks.',
    '反斜杠后面不是有效的转义。要写反斜杠本身请用 `\\\\`，或者改用单引号。',
  ),
  badAlias: problemText(
    'bad-alias',
    'The name of this anchor or alias is empty or ends with a colon. Put a text that starts with `*` or `&` in quotes.',
    '这个锚点或别名没有名称，或者以冒号结尾。以 `*` 或 `&` 开头的文字请加引号。',
  ),
  badProperty: problemText(
    'bad-property',
    'This anchor or tag cannot stand here: at most one of each, directly before its value.',
    '锚点或标签不能放在这里：每个值最多各一个，并且紧挨在值的前面。',
  ),
  unknownTag: problemText(
    'unknown-tag',
    'Tags (`!…`) mean nothing here: remove it, or put the text in quotation marks.',
    '这里不支持标签（`!…`）：请删去，或者给文字加上引号。',
  ),
  badDirective: problemText(
    'bad-directive',
    'A line that starts with `%` is a directive to the YAML reader, and this one is not valid: remove it.',
    '以 `%` 开头的行是给 YAML 读取器的指令，而这一条无效：请删去。',
  ),
  multipleDocuments: problemText(
    'multiple-documents',
    'A second document starts here. A file holds one definition: remove the `---`, or use a second file.',
    '从这里开始是第二个文档。一个文件只放一份定义：请删去 `---`，或者另建文件。',
  ),
  badKey: problemText(
    'bad-key',
    'A key must be a word or a number, not a list, a map or an alias. If it is text, put it in quotation marks.',
    '键必须是文字或数字，不能是列表、映射或别名。如果是文字，请加上引号。',
  ),
  emptyKey: problemText('empty-key', 'A key is missing before the colon.', '冒号前面缺少键。'),
  keyTooLong: problemText(
    'key-too-long',
    'This key is longer than 1024 characters, which YAML does not allow.',
    '键超过了 1024 个字符，YAML 不允许。',
  ),
  tooDeep: problemText(
    'too-deep',
    'The nesting is too deep to be read from here on.',
    '嵌套层数过多，从这里起不再读取。',
  ),
  aliasExpansion: problemText(
    'alias-expansion',
    'The aliases up to here stand for more than 10,000 values in all; from here on they are not followed.',
    '到这里为止，别名一共代表了超过 10000 个值；从这里起不再展开。',
  ),
  unexpected: problemText('unexpected-token', 'This does not belong here.', '这里不应出现此内容。'),
  unexpectedCharacter: (character: string) =>
    problemText(
      'unexpected-token',
      `\`${character}\` does not belong here. Remove it, or put the text that it is part of in quotation marks.`,
      `这里不应出现 \`${character}\`。请删去；如果它是文字的一部分，请给整段文字加上引号。`,
    ),
  unclosedFlow: (bracket: string) => {
    const closing = bracket === '{' ? '}' : ']';
    return problemText(
      'unclosed-flow',
      `This \`${bracket}\` is never closed: a \`${closing}\` is missing.`,
      `\`${bracket}\` 没有闭合：缺少 \`${closing}\`。`,
    );
  },
  duplicateKey: (key: string) =>
    problemText(
      'duplicate-key',
      `The key \`${key}\` stands here for the second time; only the first one counts. Remove or rename one of them.`,
      `键 \`${key}\` 重复出现，只有第一个有效。请删去或改名其中一个。`,
    ),
  unknownAlias: (name: string) =>
    problemText(
      'unknown-alias',
      `No anchor \`&${name}\` stands above this alias. If it is text, put it in quotation marks.`,
      `上文没有锚点 \`&${name}\`。如果这是文字，请加上引号。`,
    ),
  selfAlias: (name: string) =>
    problemText(
      'self-alias',
      `The alias \`*${name}\` stands inside what it repeats, so it would never end.`,
      `别名 \`*${name}\` 位于它所代表的内容之内，会无穷无尽。`,
    ),
};
