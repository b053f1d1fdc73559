import { describe, expect, test } from 'vitest';
import { decode, utf8Problem } from '../../../server/src/data/encoding.ts';
import type { Encoding } from '../../../server/src/data/table.ts';
import { encoder } from '../../support/encode.ts';

const encode = encoder();
const table = '代码,名称,占比\n1,北京市,12.5\n2,㐀𠀀€,7\n';
const encodings: readonly Encoding[] = ['utf-8', 'utf-8-bom', 'gb18030', 'utf-16le', 'utf-16be'];

describe('detection', () => {
  test.each(encodings)('%s is read as what it is', encoding => {
    expect(decode(encode(table, encoding), 'auto')).toEqual({ text: table, encoding, problems: [] });
  });

  test('GBK is read as the GB18030 that holds it', () => {
    const gbk = Uint8Array.from([0xd6, 0xd0, 0x2c, 0xce, 0xc4, 0x0a]);
    expect(decode(gbk, 'auto')).toEqual({ text: '中,文\n', encoding: 'gb18030', problems: [] });
  });

  test.each(['utf-16le', 'utf-16be'] as const)('%s without a mark is known by its zero bytes', encoding => {
    const unmarked = encode('编号,一,一\n一,一一,12\n', encoding).subarray(2);
    expect(decode(unmarked, 'auto')).toEqual({ text: '编号,一,一\n一,一一,12\n', encoding, problems: [] });
  });

  test('a mark of GB18030 is not part of the text', () => {
    expect(decode(encode(`\ufeff${table}`, 'gb18030'), 'auto')).toEqual({
      text: table,
      encoding: 'gb18030',
      problems: [],
    });
  });

  test('no bytes are an empty text', () => {
    for (const encoding of ['auto', 'utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const) {
      expect(decode(new Uint8Array(), encoding)).toMatchObject({ text: '', problems: [] });
    }
  });

  test('plain ASCII suits utf-8 and gb18030 alike', () => {
    const bytes = encode('a,b\n1,2\n', 'utf-8');
    for (const encoding of ['utf-8', 'gb18030'] as const) {
      expect(decode(bytes, encoding)).toEqual({ text: 'a,b\n1,2\n', encoding, problems: [] });
    }
  });
});

describe('what does not fit', () => {
  test('bytes of no encoding become U+FFFD, and the first place is named', () => {
    const bytes = Uint8Array.from([0x61, 0x2c, 0x62, 0x0a, 0x31, 0xff, 0x2c, 0xff]);
    const { text, encoding, problems } = decode(bytes, 'auto');
    expect({ text, encoding }).toEqual({ text: 'a,b\n1\ufffd,\ufffd', encoding: 'utf-8' });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ code: 'replacement-characters', range: { start: 5, end: 6 } });
    expect(problems[0]!.message.en).toContain('no encoding that we read fits');
    expect(problems[0]!.message['zh-CN']).toContain('UTF-8');
  });

  test('stated utf-8 on a GB18030 file names gb18030', () => {
    const { encoding, problems } = decode(encode('a,中\n', 'gb18030'), 'utf-8');
    expect(encoding).toBe('utf-8');
    expect(problems[0]).toMatchObject({ code: 'replacement-characters', range: { start: 2, end: 3 } });
    expect(problems[0]!.message.en).toContain('`encoding: gb18030`');
    expect(problems[0]!.message['zh-CN']).toContain('`encoding: gb18030`');
  });

  test('stated gb18030 on a UTF-8 file is noticed though every byte can be read', () => {
    const { text, problems } = decode(encode('a,中文\n', 'utf-8'), 'gb18030');
    expect(text).toMatch(/^a,涓/);
    expect(problems[0]).toMatchObject({ range: { start: 2, end: 3 } });
    expect(problems[0]!.message.en).toContain('`encoding: utf-8`');
  });

  test('stated gb18030 is believed where two bytes could be either', () => {
    const bytes = Uint8Array.from([0xc4, 0xa3, 0x0a]);
    expect(decode(bytes, 'gb18030')).toEqual({ text: '模\n', encoding: 'gb18030', problems: [] });
  });

  test.each(['utf-16le', 'utf-16be'] as const)('stated %s on a file of bytes is noticed', encoding => {
    const { problems } = decode(encode('a,b\n1,2\n', 'utf-8'), encoding);
    expect(problems.map(problem => problem.code)).toEqual(['replacement-characters']);
    expect(problems[0]!.message.en).toContain('`encoding: utf-8`');
  });

  test('a stated encoding that its mark contradicts is noticed', () => {
    expect(decode(encode(table, 'utf-16be'), 'utf-16le').problems[0]!.message.en).toContain('`encoding: utf-16be`');
    expect(decode(encode('a,b', 'utf-8-bom'), 'gb18030').problems[0]!.message.en).toContain('`encoding: utf-8`');
    expect(decode(encode(table, 'utf-16le'), 'utf-8').problems[0]!.message.en).toContain('`encoding: utf-16le`');
  });

  test('half a UTF-16 character at the end is a problem, not a failure', () => {
    const { text, encoding, problems } = decode(encode('a\tb\n', 'utf-16le').subarray(0, 9), 'auto');
    expect({ text, encoding }).toEqual({ text: 'a\tb\ufffd', encoding: 'utf-16le' });
    expect(problems[0]).toMatchObject({ code: 'replacement-characters', range: { start: 3, end: 4 } });
  });

  test('a valid file that holds U+FFFD lost text earlier', () => {
    const { problems } = decode(encode('a,\ufffd\n', 'utf-8'), 'auto');
    expect(problems[0]).toMatchObject({ code: 'replacement-characters', range: { start: 2, end: 3 } });
    expect(problems[0]!.message.en).toContain('lost when it was converted');
  });
});

describe('a definition', () => {
  test('a control character is found where it stands; tabs and line ends are none', () => {
    const problem = utf8Problem(decode(encode('id: 示例\r\n\ttitle: a\0b\u0007\n', 'utf-8'), 'auto'));
    expect(problem).toMatchObject({ range: { start: 17, end: 18 } });
    expect(problem!.message.en).toContain('U+0000');
    expect(utf8Problem(decode(encode('id: 示例\r\n\ttitle: é\n', 'utf-8'), 'auto'))).toBeUndefined();
  });
});
