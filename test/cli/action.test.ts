/**
 * The GitHub action as a runner starts it: the bundle that `action.yml` names, inputs and event in the environment, in a
 * real git repository with a base and a head commit. GitHub's API is a small server here that keeps comments.
 */
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { parse } from 'yaml';

interface Comment {
  readonly id: number;
  body: string;
  readonly user: { readonly type: string };
}

const manifest = parse(readFileSync('action.yml', 'utf8')) as {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly runs: { readonly using: string; readonly main: string };
};
const definition = 'dgsc-2024.indicators.yaml';
let scratch: string;
let folder: string;
let server: Server;
let comments: Comment[];
let requests: string[];
let mayWrite: boolean;
let base: string;

beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'indicators-action-'));
  folder = join(scratch, 'repository');
  cpSync('samples/digital-government-2024', folder, { recursive: true });
  git('init', '-q', '-b', 'main');
  base = commit();
  edit(text => text.replace('weight: 12\n', 'weight: 20\n'));
  commit();
  server = createServer((request, response) => {
    let text = '';
    request.on('data', chunk => {
      text += chunk;
    });
    request.on('end', () => {
      const { method = '', url = '' } = request;
      requests.push(`${method} ${url}`);
      if (method !== 'GET' && !mayWrite) return response.writeHead(403).end('{}');
      const body: string = text === '' ? '' : JSON.parse(text).body;
      const known = comments.find(({ id }) => url.endsWith(`/issues/comments/${id}`));
      if (method === 'PATCH' && known !== undefined) known.body = body;
      if (method === 'POST') comments.push({ id: comments.length + 1, body, user: { type: 'Bot' } });
      const page = Number(new URL(url, 'http://localhost').searchParams.get('page'));
      return response.end(JSON.stringify(method === 'GET' ? comments.slice((page - 1) * 100, page * 100) : {}));
    });
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
});

afterAll(() => {
  server.close();
  rmSync(scratch, { recursive: true });
});

beforeEach(() => {
  comments = [];
  requests = [];
  mayWrite = true;
});

function git(...words: readonly string[]): string {
  const identity = ['-c', 'user.name=A', '-c', 'user.email=a@example.org'];
  const { status, stdout, stderr } = spawnSync('git', [...identity, ...words], { cwd: folder, encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout.trim();
}

function commit(): string {
  git('add', '.');
  git('commit', '-q', '-m', 'step');
  return git('rev-parse', 'HEAD');
}

function edit(change: (text: string) => string): void {
  const path = join(folder, definition);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
}

interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly summary: string;
  readonly outputs: string;
}

async function run(inputs: Readonly<Record<string, string>> = {}, event: object = pullRequest()): Promise<Run> {
  const files = {
    event: join(scratch, 'event.json'),
    summary: join(scratch, 'summary'),
    output: join(scratch, 'output'),
  };
  writeFileSync(files.event, JSON.stringify(event));
  for (const path of [files.summary, files.output]) writeFileSync(path, '');
  const address = server.address() as { readonly port: number };
  const given = Object.entries({
    ...Object.fromEntries(Object.entries(manifest.inputs).map(([key, each]) => [key, each.default])),
    token: 'secret',
    ...inputs,
  });
  const child = spawn(process.execPath, [resolve(manifest.runs.main)], {
    cwd: scratch,
    env: {
      PATH: process.env.PATH,
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: folder,
      GITHUB_EVENT_PATH: files.event,
      GITHUB_STEP_SUMMARY: files.summary,
      GITHUB_OUTPUT: files.output,
      GITHUB_REPOSITORY: 'owner/name',
      GITHUB_API_URL: `http://127.0.0.1:${address.port}`,
      ...Object.fromEntries(given.map(([key, value]) => [`INPUT_${key.toUpperCase()}`, value])),
    },
  });
  let stdout = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', chunk => {
      stdout += chunk;
    });
  const code = await new Promise<number | null>(done => child.on('close', done));
  return { code, stdout, summary: readFileSync(files.summary, 'utf8'), outputs: readFileSync(files.output, 'utf8') };
}

function pullRequest() {
  return { pull_request: { number: 7, base: { sha: base } } };
}

test('the manifest has what GitHub asks for', () => {
  expect(manifest).toMatchObject({
    name: expect.any(String),
    description: expect.any(String),
    runs: { using: 'node24' },
  });
  for (const { description } of Object.values(manifest.inputs)) expect(description).toMatch(/\.$/);
});

test('annotations, summary, outputs and one comment with the effect on the ranking', async () => {
  const { code, stdout, summary, outputs } = await run();
  expect(stdout).toMatch(
    /^::error file=dgsc-2024\.indicators\.yaml,line=\d+,endLine=\d+,col=\d+,endColumn=\d+,title=weight-sum::/m,
  );
  expect(code).toBe(1);
  expect(outputs).toMatch(/^errors=[1-9]\d*\nwarnings=\d+\nchanged=1\n$/);
  expect(summary).toContain('Governance 12 → 20');
  expect(summary).toMatch(/^- \d+ of 64 ranks move; furthest: /m);
  expect(comments.map(({ body }) => body)).toEqual([summary]);
  expect(summary.length).toBeLessThan(65_536);
});

test('a second run updates the comment; an equal one leaves it', async () => {
  comments = Array.from({ length: 100 }, (_, id) => ({ id: id + 1, body: 'LGTM', user: { type: 'User' } }));
  await run();
  expect(comments).toHaveLength(101);
  comments[100]!.body = comments[100]!.body.replace('ranks move', 'ranks moved');
  requests = [];
  const { summary } = await run();
  expect(requests.at(-1)).toBe('PATCH /repos/owner/name/issues/comments/101');
  expect(comments[100]!.body).toBe(summary);
  requests = [];
  await run();
  expect(requests.every(each => each.startsWith('GET '))).toBe(true);
});

test('a marker that a passer-by copied is not taken for our comment', async () => {
  const { summary } = await run({ comment: 'false' });
  comments = [{ id: 1, body: summary, user: { type: 'User' } }];
  await run();
  expect(comments).toHaveLength(2);
});

test('a token that may not write is told, and fails nothing', async () => {
  mayWrite = false;
  const { code, stdout } = await run({ 'fail-on': 'hint', paths: definition, comment: 'true' });
  expect(stdout).toContain('::notice::No comment: POST /repos/owner/name/issues/7/comments: 403 Forbidden.');
  expect(code).toBe(1);
});

test('SARIF and the report are written where they are asked for; 简体中文', async () => {
  const { stdout } = await run({ sarif: 'out.sarif', report: 'report.md', locale: 'zh-CN' });
  expect(stdout).toContain('权重之和');
  expect(JSON.parse(readFileSync(join(folder, 'out.sarif'), 'utf8')).version).toBe('2.1.0');
  expect(readFileSync(join(folder, 'report.md'), 'utf8')).toContain('管理保障度 12 → 20');
  git('clean', '-fdq');
});

test('a base that is not in the clone is told; the check goes on', async () => {
  const event = { pull_request: { number: 7, base: { sha: '1234567890123456789012345678901234567890' } } };
  const { stdout, summary, code } = await run({}, event);
  expect(stdout).toContain('::warning::The effect on the rankings is not told: commit 1234567890');
  expect(summary).not.toContain('ranks move');
  expect(code).toBe(1);
});

test('a push is compared with what stood before it; a new branch with nothing', async () => {
  expect((await run({}, { before: base })).summary).toContain('ranks move');
  const { stdout, summary } = await run({}, { before: '0'.repeat(40) });
  expect(stdout).not.toContain('::warning::');
  expect(summary).not.toContain('ranks move');
  expect(requests).toEqual([]);
});

test('only what changed is checked, when asked', async () => {
  const head = git('rev-parse', 'HEAD');
  const { summary, outputs, code } = await run({ 'changed-only': 'true', base: head });
  expect(summary).toContain('0 files: nothing found');
  expect({ outputs, code }).toEqual({ outputs: 'errors=0\nwarnings=0\nchanged=0\n', code: 0 });
});

test('a wrong input is no pass', async () => {
  const { stdout, code } = await run({ 'fail-on': 'eror' });
  expect(stdout).toBe(
    '::error::fail-on is one of error, warning, information, hint, and max-warnings a whole number\n',
  );
  expect(code).toBe(2);
});
