/**
 * Every output format of `check` on findings of every rule (each rule's own wrong example): structure, unique
 * fingerprints, positions. What the readers of the formats demand is written here in small, after their documents:
 * SARIF 2.1.0 and what GitHub asks beyond it, reviewdog's rdjson, GitLab's Code Quality, XML 1.0.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import Ajv from 'ajv';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rules } from '../../server/src/checks/rules/index.ts';
import type { PrintableFinding } from '../../server/src/workspace/printable.ts';
import { elementsOf } from '../support/xml.ts';

const commandLine = resolve('dist/cli.js');
const formats = ['json', 'sarif', 'gitlab', 'rdjson', 'junit', 'checkstyle', 'markdown', 'github', 'text'];
let folder: string;
let findings: readonly PrintableFinding[];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'indicators-formats-'));
  for (const { code, wrong } of rules) {
    write(`规则 ${code}/demo.indicators.yaml`, wrong.definition);
    for (const [name, text] of Object.entries(wrong.files ?? {})) write(`规则 ${code}/${name}`, text);
  }
  const words = formats.flatMap(format => ['--format', `${format}=out.${format}`]);
  const { status, stderr } = spawnSync(process.execPath, [commandLine, 'check', ...words], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'zh_CN.UTF-8' },
  });
  expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
  findings = JSON.parse(read('out.json')).findings;
});

afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}

function read(name: string): string {
  return readFileSync(join(folder, name), 'utf8');
}

function structureErrors(schema: object, value: unknown): unknown {
  const validate = new Ajv({ allErrors: true, strict: false }).compile(schema);
  return validate(value) ? [] : validate.errors;
}

const text = { type: 'string', minLength: 1 };
const counted = { type: 'integer', minimum: 1 };
const message = { type: 'object', required: ['text'], properties: { text } };
const region = {
  type: 'object',
  required: ['startLine', 'startColumn', 'endLine', 'endColumn'],
  additionalProperties: false,
  properties: { startLine: counted, startColumn: counted, endLine: counted, endColumn: counted },
};
const sarifLocation = {
  type: 'object',
  required: ['physicalLocation'],
  properties: {
    physicalLocation: {
      type: 'object',
      required: ['artifactLocation', 'region'],
      properties: {
        region,
        artifactLocation: {
          required: ['uri'],
          properties: { uri: { type: 'string', pattern: "^(?!/|[a-zA-Z]:)[\\w.~!$&'()*+,;=@/%-]+$" } },
        },
      },
    },
  },
};
const sarif = {
  type: 'object',
  required: ['$schema', 'version', 'runs'],
  properties: {
    $schema: { type: 'string', pattern: '^https://' },
    version: { const: '2.1.0' },
    runs: {
      type: 'array',
      minItems: 1,
      maxItems: 1,
      items: {
        type: 'object',
        required: ['tool', 'results', 'columnKind'],
        properties: {
          tool: {
            required: ['driver'],
            properties: {
              driver: {
                required: ['name', 'semanticVersion', 'informationUri', 'rules'],
                properties: {
                  rules: {
                    type: 'array',
                    items: {
                      required: ['id', 'shortDescription', 'fullDescription', 'help', 'defaultConfiguration'],
                      properties: {
                        id: { pattern: '^[a-z0-9-]+$' },
                        name: { pattern: '^[A-Z][A-Za-z0-9]*$' },
                        shortDescription: message,
                        fullDescription: message,
                        help: { required: ['text', 'markdown'], properties: { text, markdown: text } },
                        defaultConfiguration: { properties: { level: { enum: ['error', 'warning', 'note'] } } },
                      },
                    },
                  },
                },
              },
            },
          },
          results: {
            type: 'array',
            items: {
              required: ['ruleId', 'ruleIndex', 'level', 'message', 'locations', 'partialFingerprints'],
              properties: {
                ruleId: text,
                ruleIndex: { type: 'integer', minimum: 0 },
                level: { enum: ['error', 'warning', 'note'] },
                message,
                locations: { type: 'array', minItems: 1, maxItems: 1, items: sarifLocation },
                relatedLocations: { type: 'array', minItems: 1, maxItems: 100, items: sarifLocation },
              },
            },
          },
        },
      },
    },
  },
};

test('each rule’s wrong example gives that finding', () => {
  expect(rules.map(({ code }) => code).filter(code => !findings.some(finding => finding.code === code))).toEqual([]);
});

test('SARIF has its structure, each result its rule and a fingerprint of its own', () => {
  const log = JSON.parse(read('out.sarif'));
  expect(structureErrors(sarif, log)).toEqual([]);
  const [{ tool, results }] = log.runs;
  expect(results).toHaveLength(findings.length);
  for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex].id).toBe(ruleId);
  const named = tool.driver.rules as readonly { id: string; name?: string }[];
  expect(named.filter(({ id, name }) => name?.toLowerCase() === id)).toEqual([]);
  const prints = results.map((each: { partialFingerprints: object }) => JSON.stringify(each.partialFingerprints));
  expect(new Set(prints).size).toBe(findings.length);
  const paths = results.map((each: { locations: [{ physicalLocation: { artifactLocation: { uri: string } } }] }) =>
    decodeURIComponent(each.locations[0].physicalLocation.artifactLocation.uri),
  );
  expect(paths).toEqual(findings.map(({ file }) => file));
});

test('GitLab’s report has its keys, relative paths and fingerprints of their own', () => {
  const issue = {
    type: 'object',
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    properties: {
      description: text,
      check_name: text,
      fingerprint: { type: 'string', pattern: '^[0-9a-f]{32}$' },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        required: ['path', 'lines'],
        properties: {
          path: { type: 'string', pattern: '^(?!\\.?/)' },
          lines: { required: ['begin'], properties: { begin: counted } },
        },
      },
    },
  };
  const issues = JSON.parse(read('out.gitlab'));
  expect(structureErrors({ type: 'array', items: issue }, issues)).toEqual([]);
  expect(new Set(issues.map(({ fingerprint }: { fingerprint: string }) => fingerprint)).size).toBe(findings.length);
});

test('rdjson has its structure, and its columns count the bytes before the place', () => {
  const position = {
    type: 'object',
    required: ['line', 'column'],
    additionalProperties: false,
    properties: { line: counted, column: counted },
  };
  const location = {
    required: ['path', 'range'],
    properties: { path: text, range: { required: ['start', 'end'], properties: { start: position, end: position } } },
  };
  const result = {
    required: ['source', 'diagnostics'],
    properties: {
      diagnostics: {
        type: 'array',
        items: {
          required: ['message', 'location', 'severity', 'code'],
          properties: { message: text, location, severity: { enum: ['ERROR', 'WARNING', 'INFO'] } },
        },
      },
    },
  };
  const log = JSON.parse(read('out.rdjson'));
  expect(structureErrors(result, log)).toEqual([]);
  expect(log.diagnostics).toHaveLength(findings.length);
  for (const [index, { location: found }] of log.diagnostics.entries()) {
    const { file, range } = findings[index]!;
    const line = read(file).split(/\r\n|\n|\r/)[range.start.line] ?? '';
    const before = Buffer.from(line).subarray(0, found.range.start.column - 1);
    expect(before.toString()).toBe(line.slice(0, range.start.character));
  }
});

test('Checkstyle and JUnit are well-formed and hold every finding', () => {
  const checkstyle = elementsOf(read('out.checkstyle'));
  const errors = checkstyle.filter(({ name }) => name === 'error');
  expect(errors.map(({ attributes }) => attributes.message).sort()).toEqual(findings.map(each => each.message).sort());
  expect(errors.every(({ parent }) => parent === 'file')).toBe(true);

  const junit = elementsOf(read('out.junit'));
  const failing = findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
  expect(junit.filter(({ name }) => name === 'failure')).toHaveLength(failing.length);
  const [all, ...suites] = junit.filter(({ name }) => name.startsWith('testsuite'));
  const total = (key: string) => suites.reduce((sum, { attributes }) => sum + Number(attributes[key]), 0);
  expect([total('tests'), total('failures')]).toEqual([Number(all!.attributes.tests), failing.length]);
  expect(junit.filter(({ name }) => name === 'testcase')).toHaveLength(total('tests'));
});

test('no format holds a path of this machine', () => {
  for (const format of formats) expect(read(`out.${format}`)).not.toContain(folder);
});
