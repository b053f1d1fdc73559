import { CannotRun } from '../../base/cannotRun.ts';
import { type Locale, localText } from '../../base/locale.ts';
import type { Explanation } from '../../scoring/explain/explanation.ts';
import { explainAnswer, explanationOf } from '../../workspace/printableAnswers.ts';
import { Workspace } from '../../workspace/workspace.ts';
import type { Command } from '../command.ts';
import { findDefinition } from '../files.ts';
import { openFile } from '../openDefinition.ts';
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
    const answer = explanationOf(workspace, file, { unit, path });
    if ('problem' in answer) throw new CannotRun(answer.problem);
    const { explanation } = answer;
    terminal.out(given.value('format') === 'json' ? json(explanation, terminal.locale) : text(explanation, terminal));
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

function json(explanation: Explanation, locale: Locale): string {
  return `${JSON.stringify(explainAnswer(explanation, locale), undefined, 2)}\n`;
}
