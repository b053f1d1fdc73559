/** The help texts, made from the commands' records. */
import { localText } from '../base/locale.ts';
import type { Command } from './command.ts';
import { textWidth } from './formats/textWidth.ts';
import { commonOptions } from './options.ts';
import { say, type Terminal } from './terminal.ts';

export function overview(commands: readonly Command[], terminal: Terminal): string {
  const rows = commands.map(
    ({ name, operands, about }) => [`${name} ${operands}`.trim(), say(terminal, about)] as const,
  );
  const { title, usage, more } = texts;
  return `${say(terminal, title)}\n${say(terminal, usage)}\n\n${table(rows, terminal)}\n${say(terminal, more)}\n`;
}

export function commandHelp({ name, operands, about, options, note }: Command, terminal: Terminal): string {
  const rows = [...options, ...commonOptions].map(
    option =>
      [`--${option.name}${option.value === undefined ? '' : ` ${option.value}`}`, say(terminal, option.about)] as const,
  );
  const usage = `${say(terminal, texts.ofCommand)}indicators ${name} ${operands}`;
  const last = note === undefined ? '' : `\n${lines(say(terminal, note), terminal.width).join('\n')}\n`;
  return `${say(terminal, about)}\n${usage}\n\n${table(rows, terminal)}${last}`;
}

/** What it is called and what it does, side by side; where that leaves too little room for the second, below each other. */
function table(rows: readonly (readonly [string, string])[], { width }: Terminal): string {
  const first = Math.max(...rows.map(([name]) => name.length));
  const room = width === undefined ? undefined : width - first - 4;
  if (room === undefined || room >= 40)
    return rows
      .map(([name, about]) => `  ${name.padEnd(first)}  ${lines(about, room).join(`\n${' '.repeat(first + 4)}`)}\n`)
      .join('');
  return rows.map(([name, about]) => `  ${name}\n      ${lines(about, width! - 6).join('\n      ')}\n`).join('');
}

/** The text in lines of so many places, broken after blanks and between Chinese characters, never before a closing mark. */
function lines(text: string, room = Number.POSITIVE_INFINITY): readonly string[] {
  const made: string[] = [''];
  for (const piece of text.match(unbroken) ?? []) {
    const line = made.at(-1)!;
    if (line === '' || textWidth(`${line}${piece}`.trimEnd()) <= room) made[made.length - 1] = line + piece;
    else made.push(piece);
  }
  return made.map(line => line.trimEnd());
}

/** A Chinese character or a word, with the marks around it and the blanks after it. */
const unbroken = /（*(?:\p{Script=Han}|[^\s\p{Script=Han}，。、；：（）]+)[，。、；：）]*\s*/gu;

const texts = {
  title: localText('Indicator systems: check, score, explain.', '指标体系：检查、计分、解释。'),
  usage: localText('Usage: indicators COMMAND [OPTIONS]', '用法：indicators 命令 [选项]'),
  ofCommand: localText('Usage: ', '用法：'),
  more: localText(
    'indicators COMMAND --help tells a command’s options; indicators --version the version.',
    'indicators 命令 --help 显示该命令的选项；indicators --version 显示版本。',
  ),
};
