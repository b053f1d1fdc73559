/**
 * The public YAML test suite (github.com/yaml/yaml-test-suite, MIT): a text that the suite calls wrong has an error, one
 * without an error has the value that the suite says, and both readers read alike.
 */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from '../../../server/src/syntax/parse.ts';
import { readPiece } from '../../../server/src/syntax/read.ts';
import { readPlain } from '../../../server/src/syntax/readPlain.ts';
import { type Node, resolved } from '../../../server/src/syntax/tree.ts';
import { plainNode } from '../../support/plainNode.ts';

interface Case {
  readonly id: string;
  readonly name: string;
  readonly yaml: string;
  readonly fail?: true;
  /** The value of each document, one after the other. */
  readonly json?: string;
}

const cases: readonly Case[] = readFileSync('test/support/yamlTestSuite/cases.ndjson', 'utf8')
  .trimEnd()
  .split('\n')
  .map(line => JSON.parse(line));

function value(node: Node | undefined): unknown {
  const target = resolved(node);
  switch (target?.kind) {
    case 'map':
      return Object.fromEntries(target.entries.map(entry => [String(entry.key.value), value(entry.value)]));
    case 'sequence':
      return target.items.map(value);
    default:
      return target?.value ?? null;
  }
}

function isOneDocument(json: string): boolean {
  try {
    JSON.parse(json);
    return true;
  } catch {
    return false;
  }
}

/** The format reads `[NA, -]`, and nobody writes directives in a definition: `yaml` says nothing to the second one. */
const allowed = ['G5U8 Plain dashes in flow sequence', 'SF5V Duplicate YAML directive', 'YJV2 Dash in flow sequence'];

test('texts that are wrong have an error', () => {
  const unseen = cases.filter(({ yaml, fail }) => fail && parse(yaml).errors.length === 0);
  expect(unseen.map(({ id, name }) => `${id} ${name}`)).toEqual(allowed);
});

test('texts without an error have the value that the suite says', () => {
  let nCompared = 0;
  for (const { id, name, yaml, fail, json } of cases) {
    const tree = parse(yaml);
    if (fail || json === undefined || tree.errors.length > 0 || !isOneDocument(json)) continue;
    nCompared++;
    expect.soft([id, name, value(tree.root)]).toEqual([id, name, JSON.parse(json)]);
  }
  expect(nCompared).toBeGreaterThan(200);
});

test('both readers read alike', () => {
  let nCertain = 0;
  for (const { id, yaml } of cases) {
    const piece = { text: yaml, hole: undefined };
    const quick = readPlain(piece);
    if (quick === undefined) continue;
    nCertain++;
    const { node, problems } = readPiece(piece);
    expect([id, plainNode(quick), []]).toEqual([id, plainNode(node), problems]);
  }
  expect(nCertain).toBeGreaterThan(30);
});
