/**
 * Runs the built command line on the scenario files beside this one, each in an empty folder, and compares stdout,
 * stderr and the exit code byte for byte. `UPDATE_SCENARIOS=1` writes what came out into the files: read the difference.
 *
 * A scenario is read from the top: `==== file NAME` is written (`base64`: bytes; `crlf`: with Windows line ends),
 * `==== run` is a shell script (git set-ups with fixed author and time; it has `indicators`). Then `==== command` runs, with `==== stdin`;
 * it gives `==== stdout`, `==== stderr`, `==== exit`, and each `==== written NAME` is a file that stands there in the
 * end. The text of a section ends with its last line break.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const folder = import.meta.dirname;
const commandLine = resolve(folder, '../../dist/cli.js');

interface Section {
  readonly head: string;
  readonly text: string;
}

for (const name of readdirSync(folder).filter(each => each.endsWith('.scenario'))) {
  test(name, () => {
    const path = join(folder, name);
    const sections = sectionsOf(readFileSync(path, 'utf8'));
    const came = run(sections);
    if (process.env.UPDATE_SCENARIOS === '1') writeFileSync(path, printed([...sections.filter(isGiven), ...came]));
    else expect(printed([...sections.filter(isGiven), ...came])).toBe(printed(sections));
  });
}

function isGiven({ head }: Section): boolean {
  return !/^(?:stdout|stderr|exit|written)\b/.test(head);
}

function sectionsOf(text: string): readonly Section[] {
  return text
    .split(/^==== /m)
    .slice(1)
    .map(part => {
      const end = part.indexOf('\n');
      return { head: part.slice(0, end), text: part.slice(end + 1) };
    });
}

function printed(sections: readonly Section[]): string {
  return sections.map(({ head, text }) => `==== ${head}\n${text}`).join('');
}

function run(sections: readonly Section[]): readonly Section[] {
  const working = mkdtempSync(join(tmpdir(), 'indicators-scenario-'));
  try {
    for (const section of sections) prepare(section, working);
    const [program, ...words] = wordsOf(sections.find(({ head }) => head === 'command')!.text);
    expect(program).toBe('indicators');
    const input = sections.find(({ head }) => head === 'stdin')?.text ?? '';
    const runProgram = () => {
      const options = { cwd: working, input, encoding: 'utf8', env: environment } as const;
      const { stdout, stderr, status } = spawnSync(process.execPath, [commandLine, ...words], options);
      return { stdout, stderr, status };
    };
    const came = runProgram();
    const { stdout, stderr, status } = came;
    // What the first run has kept changes nothing.
    if (words[0] === 'check' && !words.includes('--fix')) expect(runProgram()).toEqual(came);
    return [
      ...(stdout === '' ? [] : [{ head: 'stdout', text: stdout }]),
      ...(stderr === '' ? [] : [{ head: 'stderr', text: stderr }]),
      { head: 'exit', text: `${status}\n` },
      ...sections.filter(({ head }) => head.startsWith('written ')).map(({ head }) => written(head, working)),
    ];
  } finally {
    rmSync(working, { recursive: true });
  }
}

const environment = {
  ...process.env,
  GITHUB_ACTIONS: '',
  LC_ALL: 'en_GB.UTF-8',
  NO_COLOR: '1',
  GIT_CONFIG_GLOBAL: devNull,
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'A',
  GIT_AUTHOR_EMAIL: 'a@example.org',
  GIT_AUTHOR_DATE: '2026-01-01T00:00:00Z',
  GIT_COMMITTER_NAME: 'A',
  GIT_COMMITTER_EMAIL: 'a@example.org',
  GIT_COMMITTER_DATE: '2026-01-01T00:00:00Z',
};

function prepare({ head, text }: Section, working: string): void {
  const [kind, file = '', encoding] = head.split(' ');
  if (kind === 'run') {
    const { status, stdout, stderr } = spawnSync('bash', ['-euc', `indicators() { "$NODE" "$CLI" "$@"; }\n${text}`], {
      cwd: working,
      encoding: 'utf8',
      env: { ...environment, NODE: process.execPath, CLI: commandLine },
    });
    expect(`${status} ${stdout}${stderr}`).toMatch(/^0 /);
  }
  if (kind !== 'file') return;
  const content = encoding === 'base64' ? Buffer.from(text, 'base64') : withLineEnds(text, encoding);
  mkdirSync(dirname(join(working, file)), { recursive: true });
  writeFileSync(join(working, file), content);
}

function withLineEnds(text: string, encoding: string | undefined): string {
  return encoding === 'crlf' ? text.replaceAll('\n', '\r\n') : text;
}

/** A file said to have Windows line ends is shown without them; one that has others too is shown as it is. */
function written(head: string, working: string): Section {
  const [, file = '', encoding] = head.split(' ');
  const path = join(working, file);
  if (!existsSync(path)) return { head, text: '(not written)\n' };
  const text = readFileSync(path, 'utf8');
  const plain = text.replaceAll('\r\n', '\n');
  return { head, text: withLineEnds(plain, encoding) === text ? plain : text };
}

/** Words are divided by blanks; 'quoted words' hold some. */
function wordsOf(command: string): readonly string[] {
  return [...command.trim().matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
}
