import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { textWidth } from '../../../server/src/cli/formats/textWidth.ts';

test.each([
  '',
  'rank',
  '位次',
  '内蒙古自治区',
  'ＡＢ１',
  '「优秀级」（一）',
  'ｶﾅ',
  'かな',
  '한국',
  'é',
  'e\u0301',
  '–±→↑',
  '𠮷野',
  '😀',
  '\u200bx',
  '⭐',
])('the width of %j', text => expect(textWidth(text)).toBe(stringWidth(text)));
