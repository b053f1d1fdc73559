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

/** `58 三级指标`, `58 indicators on level 3`; in Chinese 声明 is followed by the name and then the number. */
export function countedLevel(system: IndicatorSystem, level: number, count: number | undefined): LocalText {
  const name = levelName(system, level);
  if (count === undefined) return name;
  const isNamed = system.levels[level - 1]?.name !== undefined;
  const en = isNamed ? `${count} ${name.en}` : `${count} indicators on ${name.en}`;
  return localText(en, `${name['zh-CN']} ${count} 个`);
}

/** As the last declared level is called: after 二级指标 comes 三级指标, after `Level 2` comes `Level 3`. */
export function nextLevelName({ levels }: IndicatorSystem, level: number): string {
  const number = levels.length;
  const last = levels.at(-1)?.name?.value.plain ?? '';
  const numeral = numerals[number - 1];
  if (numeral !== undefined && last.includes(numeral)) return last.replace(numeral, numerals[level - 1] ?? `${level}`);
  return last.includes(String(number)) ? last.replace(String(number), String(level)) : `Level ${level}`;
}
