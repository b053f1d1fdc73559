import { relative } from 'node:path';
import { CannotRun } from '../../base/cannotRun.ts';
import { type LocalText, localText } from '../../base/locale.ts';
import { compareSystems } from '../../scoring/compare/systems.ts';
import type { Command } from '../command.ts';
import { type Compared, scoringAt, scoringOf } from '../comparing.ts';
import { findDefinition } from '../files.ts';
import { diffFormats } from '../formats/index.ts';
import type { Arguments } from '../options.ts';
import { say, type Terminal } from '../terminal.ts';
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
    for (const side of [before, after]) if (side.nErrors > 0) terminal.err(`${say(terminal, errorsText(side))}\n`);
    write(format(compareSystems(before.scoring, after.scoring), terminal), given.value('output'), terminal);
    return 0;
  },
};

interface Side extends Compared {
  readonly shown: string;
}

function errorsText({ shown, nErrors }: Side): LocalText {
  return localText(
    `${shown}: ${nErrors} ${nErrors === 1 ? 'error' : 'errors'}; what it gives may not be what was meant`,
    `${shown}：${nErrors} 个错误，其结果可能并非本意`,
  );
}

function sidesOf(given: Arguments, terminal: Terminal): readonly [Side, Side] {
  const options = { allowOutside: given.has('allow-outside'), withData: true };
  const [first, second, ...more] = given.paths;
  const revision = given.value('git');
  if (revision !== undefined && first !== undefined && second === undefined) {
    const path = findDefinition(first, terminal.folder);
    const before = scoringAt(revision, path, options);
    const shown = relative(terminal.folder, path);
    if (before !== undefined)
      return [
        { ...before, shown: `${revision}:${shown}` },
        { ...scoringOf(path, options), shown },
      ];
    throw new CannotRun(localText(`${shown} is not in ${revision}`, `版本 ${revision} 中没有 ${shown}`));
  }
  if (revision === undefined && first !== undefined && second !== undefined && more.length === 0) {
    const side = (path: string): Side => ({
      ...scoringOf(findDefinition(path, terminal.folder), options),
      shown: path,
    });
    return [side(first), side(second)];
  }
  throw new CannotRun(
    localText(
      'name two definitions, indicators diff BASE HEAD, or one and a revision, indicators diff --git REV PATH',
      '请指定两个定义：indicators diff BASE HEAD，或一个定义和一个版本：indicators diff --git REV PATH',
    ),
  );
}
