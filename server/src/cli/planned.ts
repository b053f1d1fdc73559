/** Commands and options that the interface names and that are still to come: who asks for them is told so. */
import { type LocalText, localText } from '../base/locale.ts';

export const plannedCommands: Readonly<Record<string, LocalText>> = {
  audit: localText('the statistics of a system', '指标体系的统计分析'),
  robustness: localText('simulations and sensitivity', '稳健性模拟与敏感性分析'),
  export: localText('writing a system for other tools', '导出为其他工具的格式'),
  import: localText('reading a system from other tools', '从其他工具导入'),
};

export const plannedOptions: Readonly<Record<string, LocalText>> = {
  '--audit': plannedCommands.audit!,
};

/** `undefined` where no such thing is planned. */
export function stillToCome(name: string, planned: Readonly<Record<string, LocalText>>): LocalText | undefined {
  const what = Object.hasOwn(planned, name) ? planned[name] : undefined;
  return what && localText(`${name} (${what.en}) is still to come`, `${name}（${what['zh-CN']}）尚未提供`);
}
