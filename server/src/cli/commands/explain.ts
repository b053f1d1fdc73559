import { CannotRun } from '../../base/cannotRun.ts';
import { localText } from '../../base/locale.ts';
import { nearest } from '../../base/nearest.ts';
import { explain as explainUnit } from '../../scoring/explain.ts';
import type { Explanation } from '../../scoring/explanation.ts';
import { Workspace } from '../../workspace/workspace.ts';
import type { Command } from '../command.ts';
import { findDefinition, openFile } from '../files.ts';
import type { Terminal } from '../terminal.ts';

export const explain: Command = {
  name: 'explain',
  operands: 'PATH UNIT',
  about: localText(
    'how a unit came to its rank, from each cell, step by step',
    '逐步说明某评估对象从数据到位次的计算过程',
  ),
  options: [
    {
      name: 'format',
      value: 'text|json',
      choices: ['text', 'json'],
      about: localText('how the steps are printed', '输出格式'),
    },
    {
      name: 'allow-outside',
      about: localText('read data files outside the repository too', '允许读取仓库以外的数据文件'),
    },
  ],
  run(given, terminal) {
    const [path, unit, more] = given.paths;
    if (path === undefined || unit === undefined || more !== undefined) {
      throw new CannotRun(
        localText(
          'name a definition and a unit: indicators explain PATH UNIT',
          '请指定定义文件和评估对象：indicators explain PATH UNIT',
        ),
      );
    }
    const workspace = new Workspace();
    const file = openFile(workspace, findDefinition(path, terminal.folder), {
      allowOutside: given.has('allow-outside'),
      withData: true,
    });
    const scoring = workspace.scoring(file);
    if (scoring === undefined)
      throw new CannotRun(
        localText(`nothing can be scored: see indicators check ${path}`, `无法计分：详见 indicators check ${path}`),
      );
    const explanation = explainUnit(scoring, unit);
    if (explanation === undefined) {
      const near = nearest(
        unit,
        scoring.data.units.flatMap(({ id, name }) => [name, id]),
      );
      throw new CannotRun(
        localText(
          `no unit ${unit}${near ? `; did you mean ${near}?` : ''}`,
          `没有评估对象 ${unit}${near ? `；是否想写 ${near}？` : ''}`,
        ),
      );
    }
    terminal.out(given.value('format') === 'json' ? json(explanation, terminal) : text(explanation, terminal));
    return 0;
  },
};

function text({ unit, steps }: Explanation, { locale, colours }: Terminal): string {
  const blocks = steps.map(({ number, title, lines }) => {
    const head = `${colours.bold(`${number}. ${title[locale]}`)}\n`;
    return head + lines.map(line => `   ${line[locale]}\n`).join('');
  });
  return `${colours.bold(unit.name)} (${unit.id})\n\n${blocks.join('')}`;
}

function json({ unit, steps }: Explanation, { locale }: Terminal): string {
  const plain = steps.map(step => ({
    ...step,
    title: step.title[locale],
    lines: step.lines.map(line => line[locale]),
  }));
  return `${JSON.stringify({ unit, steps: plain }, undefined, 2)}\n`;
}
