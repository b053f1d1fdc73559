import { test } from 'vitest';
import { expectFindings } from '../../support/annotated.ts';

const codes = ['data-encoding'];

test('an encoding that does not fit', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: code, name: name}
data: [{path: demo.csv, encoding: gb18030}]
indicators:
  - {id: online, name: 网办率, normalise: none}
`,
    {
      codes,
      files: {
        'demo.csv': `code,name,online
a,北京市,97
      ^ warning data-encoding: The file is not GB18030: it reads as UTF-8. State \`encoding: utf-8\` or leave it out.
b,天津市,98
`,
      },
    },
  );
});

test('text that was lost before, in Chinese', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: code, name: name}
data: [{path: demo.csv}]
indicators:
  - {id: online, name: 网办率, normalise: none}
`,
    {
      codes,
      files: {
        'demo.csv': `code,name,online
a,北\ufffd市,97
   ^ warning data-encoding: 文件本身含有替换字符 U+FFFD：文字在先前转换或保存时已丢失。请从来源重新获取。
`,
      },
      locale: 'zh-CN',
    },
  );
});

test('what is no encoding that we read states none: the structure tells of it alone', () => {
  expectFindings(
    `indicatorSystem: 1
units: {id: code, name: name}
data: [{path: demo.csv, encoding: latin1}]
                                  ^^^^^^ error schema: \`encoding\` is \`latin1\`; it takes \`auto\`, \`utf-8\`, \`gb18030\`, \`utf-16le\` or \`utf-16be\`
indicators:
  - {id: online, name: 网办率, normalise: none}
`,
    { codes: [...codes, 'schema'], files: { 'demo.csv': 'code,name,online\na,北京市,97\n' } },
  );
});
