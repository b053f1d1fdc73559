/** How messages name a level, and what a level that is added is called. */
import { type LocalText, localText } from '../base/locale.ts';
import type { IndicatorSystem } from '../model/system.ts';
import { textIn } from '../model/text.ts';

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** The declared name, else the number of the level. */
export function levelName({ levels }: IndicatorSystem, level: number): LocalText {
  const name = levels[level - 1]?.name?.value;
  if (name === undefined) return localText(`level ${level}`, `第 ${level} 级`);
  return localText(textIn(name, 'en'), textIn(name, 'zh-CN'));
}

/** As the last declared level is called: after 二级指标 comes 三级指标, after `Level 2` comes `Level 3`. */
export function nextLevelName({ levels }: IndicatorSystem, level: number): string {
  const number = levels.length;
  const last = levels.at(-1)?.name?.value.plain ?? '';
  const numeral = numerals[number - 1];
  if (numeral !== undefined && last.includes(numeral)) return last.replace(numeral, numerals[level - 1] ?? `${level}`);
  return last.includes(String(number)) ? last.replace(String(number), String(level)) : `Level ${level}`;
}
