import { realpathSync } from 'node:fs';
import { basename, dirname, relative, resolve } from 'node:path';
import { localText } from '../../base/locale.ts';
import { compareSystems } from '../../scoring/compareSystems.ts';
import { type Scoring, scoreSystem } from '../../scoring/score.ts';
import { Workspace } from '../../workspace/workspace.ts';
import type { Command } from '../command.ts';
import { findDefinition, openBytes, openFile, type ReadingOptions } from '../files.ts';
import { diffFormats } from '../formats/index.ts';
import { readerAt } from '../git.ts';
import type { Arguments } from '../options.ts';
import { CannotRun, type Terminal } from '../terminal.ts';
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
    return [scoringAt(revision, path, options, terminal), scoringOf(path, options)];
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

function scoringOf(path: string, options: ReadingOptions): Scoring {
  const workspace = new Workspace();
  return scored(workspace, openFile(workspace, path, options));
}

function scoringAt(revision: string, path: string, options: ReadingOptions, { folder }: Terminal): Scoring {
  const real = resolve(realpathSync(dirname(path)), basename(path));
  const readFile = readerAt(revision, dirname(real));
  const content = readFile(real);
  if (content.kind !== 'bytes') {
    const shown = relative(folder, path);
    throw new CannotRun(localText(`${shown} is not in ${revision}`, `版本 ${revision} 中没有 ${shown}`));
  }
  const workspace = new Workspace();
  return scored(workspace, openBytes(workspace, real, content.bytes, { ...options, readFile }));
}

/** Where there are no units the structure can still be compared. */
function scored(workspace: Workspace, file: string): Scoring {
  return workspace.scoring(file) ?? scoreSystem(workspace.system(file), workspace.data(file));
}
