/**
 * Runs the built command line on the scenario files beside this one, each in an empty folder, and compares stdout,
 * stderr and the exit code byte for byte. `UPDATE_SCENARIOS=1` writes what came out into the files: read the difference.
 *
 * A scenario: `==== file NAME` (with `base64` behind it for bytes), `==== stdin`, `==== command`, `==== stdout`,
 * `==== stderr`, `==== exit`. The text of a section ends with its last line break.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
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
  return !['stdout', 'stderr', 'exit'].includes(head);
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
    for (const { head, text } of sections) {
      const [kind, file = '', encoding] = head.split(' ');
      if (kind !== 'file') continue;
      mkdirSync(dirname(join(working, file)), { recursive: true });
      writeFileSync(join(working, file), encoding === 'base64' ? Buffer.from(text, 'base64') : text);
    }
    const [program, ...words] = wordsOf(sections.find(({ head }) => head === 'command')!.text);
    expect(program).toBe('indicators');
    const input = sections.find(({ head }) => head === 'stdin')?.text ?? '';
    const { stdout, stderr, status } = spawnSync(process.execPath, [commandLine, ...words], {
      cwd: working,
      input,
      encoding: 'utf8',
      env: { ...process.env, GITHUB_ACTIONS: '', LC_ALL: 'en_GB.UTF-8', NO_COLOR: '1' },
    });
    return [
      ...(stdout === '' ? [] : [{ head: 'stdout', text: stdout }]),
      ...(stderr === '' ? [] : [{ head: 'stderr', text: stderr }]),
      { head: 'exit', text: `${status}\n` },
    ];
  } finally {
    rmSync(working, { recursive: true });
  }
}

/** Words are divided by blanks; 'quoted words' hold some. */
function wordsOf(command: string): readonly string[] {
  return [...command.trim().matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
}
