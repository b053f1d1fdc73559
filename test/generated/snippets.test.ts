/** The extension's snippets, filled in as they stand: each is a piece of a definition without mistakes of form. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inMemory } from '../support/memory.ts';

interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8')).contributes;
const snippets: Readonly<Record<string, Snippet>> = JSON.parse(readFileSync(manifest.snippets[0].path, 'utf8'));

/** Placeholders as their defaults, the first of choices. */
function filled({ body }: Snippet): string {
  return `${body.join('\n')}\n`.replaceAll(
    /\$\{\d+(?::([^}]*)|\|([^,|]*)[^}]*\|)\}/g,
    (_, text, choice) => text ?? choice,
  );
}

/** The top level, indicators in their list. */
function definition(piece: string): string {
  if (piece.startsWith('indicatorSystem:')) return piece;
  const rest = piece.startsWith('-')
    ? `indicators:\n${piece}`
    : `indicators: [{id: a, name: A, weight: 100}]\n${piece}`;
  return `indicatorSystem: 1\nid: demo\n${rest}`;
}

const codes = [
  'yaml-syntax',
  'schema',
  'unknown-key',
  'weight-range',
  'goalpost-order',
  'steps-order',
  'tier-order',
  'tier-cover',
];

test.each(Object.entries(snippets))('%s', (_, snippet) => {
  const text = definition(filled(snippet));
  expect(text).not.toMatch(/\$/);
  const { workspace, file } = inMemory({ 'demo.indicators.yaml': text });
  const found = workspace.findings(file).filter(({ code }) => codes.includes(code));
  expect(found.map(({ code, message }) => `${code}: ${message.en}`)).toEqual([]);
});

test('each has a prefix of its own and is described in both languages; schemas for other tools are there', () => {
  const all = Object.values(snippets);
  expect(new Set(all.map(({ prefix }) => prefix)).size).toBe(all.length);
  for (const { description } of all) expect(description).toMatch(/^[\x20-\x7e]+ · \p{Script=Han}/u);
  for (const { url } of [...manifest.yamlValidation, ...manifest.jsonValidation]) {
    expect(JSON.parse(readFileSync(url, 'utf8')).$schema).toContain('draft-07');
  }
});
