/** What a terminal of a known width is shown; pipes and files have none. */
import { expect, test } from 'vitest';
import { localText } from '../../../server/src/base/locale.ts';
import type { Command } from '../../../server/src/cli/command.ts';
import { columnsOf } from '../../../server/src/cli/formats/columns.ts';
import { textWidth } from '../../../server/src/cli/formats/textWidth.ts';
import { commandHelp } from '../../../server/src/cli/help.ts';
import { plain, type Terminal } from '../../../server/src/cli/terminal.ts';

const terminal: Terminal = { locale: 'en', folder: '/', colours: plain, out: () => {}, err: () => {} };
const rows = [
  ['rank', 'name', 'score', 'region'],
  ['1', '北京市', '98.10', '东部'],
];

test('columns for which there is no room are named, not broken over lines', () => {
  const text = columnsOf(rows, new Set([0, 2]), { ...terminal, width: 24 });
  expect(text).toBe('rank  name    score\n   1  北京市  98.10\n(the window has no room for: region)\n');
  expect(columnsOf(rows, new Set([0, 2]), terminal)).toContain('region');
});

const command: Command = {
  name: 'weigh',
  operands: 'PATH',
  about: localText('weighs', '称重'),
  options: [
    {
      name: 'a-rather-long-option',
      value: 'VALUE',
      about: localText(
        'what it does is told in more words than one line holds',
        '一行放不下的说明，需要换行显示；（默认 table）',
      ),
    },
  ],
  run: () => 0,
};

test.each([40, 60, 80, 120].flatMap(width => (['en', 'zh-CN'] as const).map(locale => ({ width, locale }))))(
  'help fits $width places, in $locale',
  ({ width, locale }) => {
    const help = commandHelp(command, { ...terminal, width, locale });
    for (const line of help.split('\n')) {
      expect(textWidth(line)).toBeLessThanOrEqual(width);
      expect(line.trimStart()).not.toMatch(/^[，。、；：）]/);
    }
    const whole = commandHelp(command, { ...terminal, locale });
    expect(help.replaceAll(/\s/g, '')).toBe(whole.replaceAll(/\s/g, ''));
  },
);
