/** The recipes for code hosts, run: their own command lines in a git repository with a base and a head commit. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { elementsOf } from '../support/xml.ts';

const recipes = resolve('.github/recipes');
let scratch: string;
let folder: string;

beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), 'indicators-recipes-'));
  folder = join(scratch, 'repository');
  cpSync('samples/digital-government-2024', folder, { recursive: true });
  mkdirSync(join(scratch, 'bin'));
  const program = `#!/bin/sh\nexec "${process.execPath}" "${resolve('dist/cli.js')}" "$@"\n`;
  writeFileSync(join(scratch, 'bin/indicators'), program, { mode: 0o755 });
  run('git init -q -b main && git add . && git commit -q -m base');
  run(`sed -i.bak 's/weight: 12$/weight: 20/' dgsc-2024.indicators.yaml && rm *.bak && git commit -q -a -m head`);
});

afterAll(() => rmSync(scratch, { recursive: true }));

function run(script: string): { readonly status: number | null; readonly stdout: string } {
  const { status, stdout, stderr } = spawnSync('bash', ['-ec', script], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      ...process.env,
      PATH: [join(scratch, 'bin'), process.env.PATH].join(delimiter),
      GITHUB_ACTIONS: '',
      LC_ALL: 'C.UTF-8',
      GIT_AUTHOR_NAME: 'A',
      GIT_AUTHOR_EMAIL: 'a@example.org',
      GIT_COMMITTER_NAME: 'A',
      GIT_COMMITTER_EMAIL: 'a@example.org',
    },
  });
  // What a comparison says of the errors of the head, which are there on purpose.
  expect(stderr.replace(/^dgsc-2024\.indicators\.yaml: 7 errors; .*\n/, '')).toBe('');
  return { status, stdout };
}

function read(name: string): string {
  return readFileSync(join(folder, name), 'utf8');
}

/** The lines of a recipe that run our program; what installs it and other programs are left out. */
function ours(commands: readonly string[]): readonly string[] {
  return commands.filter(command => /\bindicators (?:check|diff)\b/.test(command));
}

test('every recipe is in the table of recipes', () => {
  const page = readFileSync(join(recipes, 'README.md'), 'utf8');
  const files = readdirSync(recipes).filter(name => name !== 'README.md');
  expect(files.filter(name => !page.includes(`(${name})`))).toEqual([]);
});

test('GitLab: Code Quality, JUnit, the effect as a page', () => {
  const { indicators } = parse(readFileSync(join(recipes, 'gitlab-ci.yml'), 'utf8'));
  const statuses = ours(indicators.script).map(command => run(command).status);
  expect(statuses).toEqual([0, 1]);
  const { codequality, junit } = indicators.artifacts.reports;
  expect(JSON.parse(read(codequality)).map((each: { check_name: string }) => each.check_name)).toContain('weight-sum');
  expect(elementsOf(read(junit)).filter(({ name }) => name === 'failure').length).toBeGreaterThan(0);
  const page = readdirSync(folder).filter(name => /^effect-.*\.html$/.test(name));
  expect(page).toHaveLength(1);
  expect(read(page[0]!)).toContain('Governance 12 → 20');
});

test('Gitee: JUnit and Markdown in Chinese', () => {
  const recipe = parse(readFileSync(join(recipes, 'gitee.yml'), 'utf8'));
  const [step] = recipe.stages[0].steps;
  expect(ours(step.commands).map(command => run(command).status)).toEqual([1]);
  for (const path of step.artifacts[0].path) expect(read(path)).toContain('权重之和');
});

test('Jenkins: JUnit and Checkstyle', () => {
  const recipe = readFileSync(join(recipes, 'Jenkinsfile'), 'utf8');
  const commands = [...recipe.matchAll(/sh '([^']+)'/g)].map(([, command = '']) => command);
  expect(ours(commands).map(command => run(command).status)).toEqual([1]);
  for (const [, pattern = ''] of recipe.matchAll(/(?:junit |pattern: )'([^']+)'/g))
    expect(elementsOf(read(pattern))).not.toEqual([]);
});

test('reviewdog: rdjson, whatever is found', () => {
  const { jobs } = parse(readFileSync(join(recipes, 'reviewdog.yml'), 'utf8'));
  const commands = jobs.reviewdog.steps.flatMap(({ run: command }: { run?: string }) => command ?? []);
  expect(ours(commands).map(command => run(command).status)).toEqual([0]);
  expect(JSON.parse(read('indicators.json')).source.name).toBe('indicators');
});

test('the problem matcher reads every line of the plain output that is a finding', () => {
  const { problemMatcher } = JSON.parse(readFileSync('.github/indicators-matcher.json', 'utf8'));
  const { jobs } = parse(readFileSync(join(recipes, 'problem-matcher.yml'), 'utf8'));
  const commands = jobs.check.steps.flatMap(({ run: command }: { run?: string }) => command ?? []);
  const { stdout } = run(ours(commands)[0]!);
  const findings = JSON.parse(run('indicators check --format json || true').stdout).findings;
  const expressions = problemMatcher.map(
    ({ pattern: [{ regexp }] }: { pattern: [{ regexp: string }] }) => new RegExp(regexp),
  );
  const found = stdout
    .split('\n')
    .flatMap(line =>
      expressions
        .flatMap((each: RegExp) => [line.match(each)?.slice(1, 4) ?? []])
        .filter((each: string[]) => each.length > 0),
    );
  const places = findings.map(
    ({ file, range: { start } }: { file: string; range: { start: { line: number; character: number } } }) => [
      file,
      `${start.line + 1}`,
      `${start.character + 1}`,
    ],
  );
  expect(found).toEqual(places);
});

test('the action’s recipe uses inputs that the action has', () => {
  const { inputs } = parse(readFileSync('action.yml', 'utf8'));
  const { jobs } = parse(readFileSync(join(recipes, 'github-action.yml'), 'utf8'));
  const step = jobs.indicators.steps.find(({ uses }: { uses: string }) => uses.startsWith('indicator-systems/'));
  expect(Object.keys(step.with).filter(key => !(key in inputs))).toEqual([]);
});

test('pre-commit’s recipe uses hooks that there are', () => {
  const hooks = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8')) as readonly {
    id: string;
    entry: string;
    language: string;
  }[];
  const { repos } = parse(readFileSync(join(recipes, 'pre-commit-config.yaml'), 'utf8'));
  const ids = hooks.map(({ id }) => id);
  expect(repos[0].hooks.filter(({ id }: { id: string }) => !ids.includes(id))).toEqual([]);
  for (const { entry, language } of hooks) {
    expect(language).toBe('node');
    expect([0, 1]).toContain(run(`${entry} || exit $?`).status);
  }
});

// `pre-commit` of Debian; another may know more.
const preCommit = spawnSync('pre-commit', ['--version'], { encoding: 'utf8' }).stdout ?? '';

test.skipIf(preCommit === '')(
  'pre-commit itself takes the hooks and the recipe (skipped where it is not installed)',
  () => {
    const words = [
      ['validate-manifest', '.pre-commit-hooks.yaml'],
      ['validate-config', join(recipes, 'pre-commit-config.yaml')],
    ];
    for (const each of words) {
      const { status, stdout, stderr } = spawnSync('pre-commit', each, { encoding: 'utf8' });
      expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' });
    }
  },
);
