/** The help texts, made from the commands' records. */
import type { Locale } from '../base/locale.ts';
import type { Command } from './command.ts';
import { commonOptions } from './options.ts';

export function overview(commands: readonly Command[], locale: Locale): string {
  const title = locale === 'en' ? 'Indicator systems: check, score, explain.' : '指标体系：检查、计分、解释。';
  const usage = locale === 'en' ? 'Usage: indicators COMMAND [OPTIONS]' : '用法：indicators 命令 [选项]';
  const more =
    locale === 'en'
      ? 'indicators COMMAND --help tells a command’s options.'
      : 'indicators 命令 --help 显示该命令的选项。';
  return `${title}\n${usage}\n\n${table(commands.map(({ name, operands, about }) => [`${name} ${operands}`.trim(), about[locale]]))}\n${more}\n`;
}

export function commandHelp({ name, operands, about, options, note }: Command, locale: Locale): string {
  const usage = locale === 'en' ? 'Usage' : '用法';
  const rows = [...options, ...commonOptions].map(
    option =>
      [`--${option.name}${option.value === undefined ? '' : ` ${option.value}`}`, option.about[locale]] as const,
  );
  return `${about[locale]}\n${usage}: indicators ${name} ${operands}\n\n${table(rows)}${note === undefined ? '' : `\n${note[locale]}\n`}`;
}

function table(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([first]) => first.length));
  return rows.map(([first, second]) => `  ${first.padEnd(width)}  ${second}\n`).join('');
}
