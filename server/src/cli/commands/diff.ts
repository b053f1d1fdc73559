import { relative } from 'node:path';
import { CannotRun } from '../../base/cannotRun.ts';
import { localText } from '../../base/locale.ts';
import { compareSystems } from '../../scoring/compare/systems.ts';
import type { Scoring } from '../../scoring/score.ts';
import type { Command } from '../command.ts';
import { scoringAt, scoringOf } from '../comparing.ts';
import { findDefinition } from '../files.ts';
import { diffFormats } from '../formats/index.ts';
import type { Arguments } from '../options.ts';
import type { Terminal } from '../terminal.ts';
import { write } from '../write.ts';

const formats = Object.keys(diffFormats);

export const diff: Command = {
  name: 'diff',
  operands: 'BASE HEAD | --git REV PATH',
  about: localText(
    'what changed between two definitions, and what it does to ranks and tiers',
    '两个定义之间的变化及其对位次和档次的影响',
  ),
  options: [
    {
      name: 'git',
      value: 'REV',
      about: localText('compare PATH with itself at this git revision', '将 PATH 与其在该 git 版本中的内容比较'),
    },
    {
      name: 'format',
      value: formats.join('|'),
      choices: formats,
      about: localText('how it is printed (default: text)', '输出格式（默认 text）'),
    },
    { name: 'output', value: 'FILE', about: localText('write to a file instead of stdout', '写入文件而不是标准输出') },
    {
      name: 'allow-outside',
      about: localText('read data files outside the repository too', '允许读取仓库以外的数据文件'),
    },
  ],
  run(given, terminal) {
    const [before, after] = sidesOf(given, terminal);
    const format = diffFormats[given.value('format') ?? 'text']!;
    write(format(compareSystems(before, after), terminal), given.value('output'), terminal);
    return 0;
  },
};

function sidesOf(given: Arguments, terminal: Terminal): readonly [Scoring, Scoring] {
  const options = { allowOutside: given.has('allow-outside'), withData: true };
  const [first, second, ...more] = given.paths;
  const revision = given.value('git');
  if (revision !== undefined && first !== undefined && second === undefined) {
    const path = findDefinition(first, terminal.folder);
    const before = scoringAt(revision, path, options);
    if (before !== undefined) return [before, scoringOf(path, options)];
    const shown = relative(terminal.folder, path);
    throw new CannotRun(localText(`${shown} is not in ${revision}`, `版本 ${revision} 中没有 ${shown}`));
  }
  if (revision === undefined && first !== undefined && second !== undefined && more.length === 0) {
    const [base, head] = [first, second].map(path => scoringOf(findDefinition(path, terminal.folder), options));
    return [base!, head!];
  }
  throw new CannotRun(
    localText(
      'name two definitions, indicators diff BASE HEAD, or one and a revision, indicators diff --git REV PATH',
      '请指定两个定义：indicators diff BASE HEAD，或一个定义和一个版本：indicators diff --git REV PATH',
    ),
  );
}
