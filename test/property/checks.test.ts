/** Laws of the checks: over the samples, damaged at random, and over many small definitions. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../server/src/base/finding.ts';
import { LongText } from '../../server/src/base/longText.ts';
import { atOnce } from '../../server/src/base/steps.ts';
import { applyEdits } from '../../server/src/base/text.ts';
import { find, findingOf } from '../../server/src/checks/find.ts';
import { findInParts, problemsOfParts } from '../../server/src/checks/parts.ts';
import { rules } from '../../server/src/checks/rules/index.ts';
import type { TextRule } from '../../server/src/checks/run.ts';
import { savedVersionOf } from '../../server/src/workspace/files.ts';
import { Workspace } from '../../server/src/workspace/workspace.ts';
import { inMemory, load } from '../support/memory.ts';

const name = 'demo.indicators.yaml';
const samples = new URL('../../samples/', import.meta.url);

type Files = Readonly<Record<string, string>>;

/** Each sample with its data, under the name of the definition. */
const definitions: readonly Files[] = readdirSync(samples, { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(({ name: folder }) => {
    const directory = new URL(`${folder}/`, samples);
    const files = readdirSync(directory, { recursive: true, encoding: 'utf8' });
    const definition = files.find(file => file.endsWith('.indicators.yaml'))!;
    const data = files.filter(file => /\.(csv|tsv|json)$/.test(file));
    const read = (file: string) => readFileSync(new URL(file, directory), 'utf8');
    return {
      [name]: read(definition),
      ...Object.fromEntries(data.map(file => [file.replaceAll('\\', '/'), read(file)])),
    };
  });

/** Pieces that people type, paste and get wrong. */
const snippets = [
  '', ' ', '\n', '  ', ':', ': ', '- ', '#', '"', "'", '{', '}', '[', ']', ',', '，', '：', '&a ', '*a', '0', '1', '-1',
  '100', '12％', '１２', '.5', 'true', '~', 'null', 'weight: 13', 'weight:', 'wieght: 5', 'id: a', 'name: A', 'level: 3',
  'indicators:', 'indicators: []', 'unpublished: true', 'count: 3', 'weighting: {method: equal}', 'weights: points',
  'weights: fraction', 'weight: {省级: 40, 市级: 60}', 'weightsBy: kind', 'bonus: {cap: 10}', 'column: x',
  '\n# indicators-disable-next-line weight-sum\n', 'previous: demo.indicators.yaml', '\t', '\r\n', '指标', '🙂', '\uFEFF',
]; // biome-ignore format: a table

interface Damage {
  readonly kind: 'replace' | 'swap lines' | 'double a line';
  /** Where, as a share of the text. */
  readonly at: number;
  readonly length: number;
  readonly snippet: string;
}

const damage: fc.Arbitrary<Damage> = fc.record({
  kind: fc.constantFrom('replace', 'replace', 'replace', 'swap lines', 'double a line'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 3, arbitrary: fc.nat(8) }, fc.nat(300)),
  snippet: fc.constantFrom(...snippets),
});

function damaged(text: string, { kind, at, length, snippet }: Damage): string {
  if (kind === 'replace') {
    const start = Math.floor(at * text.length);
    return text.slice(0, start) + snippet + text.slice(start + length);
  }
  const lines = text.split('\n');
  const index = Math.floor(at * Math.max(0, lines.length - 2));
  const [line = '', next = ''] = lines.slice(index, index + 2);
  const swapped = kind === 'swap lines' ? [next, line] : [line, line, next];
  return [...lines.slice(0, index), ...swapped, ...lines.slice(index + 2)].join('\n');
}

/** A small definition in the awkward parts of the format: groups, points, bonuses, aliases, gaps. */
const small: fc.Arbitrary<Files> = fc
  .record({
    weights: fc.constantFrom('', 'weights: points', 'weights: fraction', 'weights: relative', 'weightsBy: kind'),
    levels: fc.constantFrom(
      '',
      'levels: [{name: 一级指标, count: 2}]',
      'levels:\n  - {count: 2}\n  - {count: 3}\n  - {count: 1}',
    ),
    indicators: fc.array(indicator(2), { minLength: 1, maxLength: 4 }),
  })
  .map(({ weights, levels, indicators }) => {
    const units = 'units: {groups: {kind: {column: kind, values: [省级, 市级]}}}';
    const lines = ['indicatorSystem: 1', 'id: x', 'title: X', weights, levels, units, 'indicators:'];
    return { [name]: [...lines.filter(line => line !== ''), ...indicators.map(each => `  - ${each}`), ''].join('\n') };
  });

function indicator(depth: number): fc.Arbitrary<string> {
  const weight = fc.constantFrom(
    '', '', 'weight: 50', 'weight: 33.3', 'weight: 0.5', 'weight: 0', 'weight: -1', 'weight: 12％', 'weight:',
    'weight: &w 40', 'weight: *w', 'weight: {省级: 60, 市级: 30}', 'weight: {省级: 40, 市极: 70}', 'bonus: {cap: 10}',
  ); // biome-ignore format: a table
  const children = depth === 0 ? fc.constant([]) : fc.array(indicator(depth - 1), { maxLength: 3 });
  return fc
    .record({
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', '指标', ''),
      label: fc.constantFrom('name: A', 'name: B', "name: {zh-CN: 甲, en: 'A'}", ''),
      weight,
      more: fc.constantFrom(
        '',
        '',
        '',
        'unpublished: true',
        'count: 2',
        'level: 3',
        'column: x',
        'indicators: []',
        'weighting: {method: equal}',
      ),
      children,
    })
    .map(({ id, label, weight: written, more, children: below }) => {
      const list = below.length === 0 ? '' : `indicators: [${below.join(', ')}]`;
      return `{${[id && `id: ${id}`, label, written, more, list].filter(part => part !== '').join(', ')}}`;
    });
}

const damagedSample = fc
  .record({ files: fc.constantFrom(...definitions), damages: fc.array(damage, { minLength: 1, maxLength: 3 }) })
  .map(({ files, damages }): Files => ({ ...files, [name]: damages.reduce(damaged, files[name]!) }));

/** What could not be read or found can be once these are mended: more may be wrong with it. */
const revealing = /^(schema|unknown-key|weight-range|unresolved-.*)$/;

const severe = (findings: readonly Finding[]) => new Set(findings.filter(isError).map(({ code }) => code));
const isError = ({ severity }: Finding) => severity === 'error';
/** They are made when asked for. */
const withFixes = (finding: Finding) => ({ ...finding, fixes: finding.fixes });
const keyOf = ({ code, file, range, message }: Finding) => JSON.stringify([code, file, range.start, message.en]);

describe('findings', () => {
  test('exist for any text, inside it, with edits inside it', () => {
    fc.assert(
      fc.property(fc.oneof(damagedSample, small), files => {
        const { workspace, file } = inMemory(files);
        for (const finding of workspace.findings(file)) {
          const places = [
            finding,
            ...finding.related,
            ...finding.fixes.flatMap(({ edits }) => edits.map(({ range }) => ({ file: finding.file, range }))),
          ];
          for (const { file: of, range } of places) {
            const text = workspace.textOf(of, file);
            expect(text).toBeDefined();
            expect(range.start).toBeGreaterThanOrEqual(0);
            expect(range.end).toBeGreaterThanOrEqual(range.start);
            expect(range.end).toBeLessThanOrEqual(text!.length);
          }
          expect(finding.message.en).not.toMatch(/undefined|NaN|\[object/);
          expect(finding.message['zh-CN']).not.toMatch(/undefined|NaN|\[object/);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('of rules that look at siblings are the same in the whole file and set by set', () => {
    const ofSiblings = rules.filter((rule): rule is TextRule => rule.level === 'text' && rule.reach !== undefined);
    fc.assert(
      fc.property(fc.oneof(damagedSample, small), files => {
        const { workspace, file } = inMemory(files);
        const [tree, system] = [workspace.tree(file), workspace.system(file)];
        if (tree.aliasExpansion > 0) return;
        const edition = { file, encodingProblem: undefined, previous: { chain: [file], isCyclic: false } };
        const facts = { ...edition, tree, system, structure: [], earlier: undefined, configured: [] };
        const whole = find(facts, ofSiblings, undefined).findings.map(keyOf);
        // As if something else had stood there: each set is looked at.
        const root = { node: undefined, id: 'something else', found: [], below: [], nFound: 0 };
        const parts = findInParts(facts, ofSiblings, { header: system.header, configured: facts.configured, root });
        const found = problemsOfParts(facts, parts).map(({ rule, problem }) => keyOf(findingOf(rule, problem, facts)));
        expect(found.sort()).toEqual(whole.sort());
      }),
      { numRuns: 150 },
    );
  });

  test('after any edits are those of a fresh workspace', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...definitions),
        fc.array(damage, { minLength: 1, maxLength: 6 }),
        (files, damages) => {
          const { workspace, file } = inMemory(files);
          workspace.findings(file);
          let text = files[name]!;
          for (const each of damages) {
            text = damaged(text, each);
            workspace.openDefinition(file, text);
            if (each.at < 0.5) workspace.textFindings(file);
          }
          load(workspace, file, files);
          const cold = inMemory({ ...files, [name]: text });
          expect(workspace.findings(file).map(withFixes)).toEqual(cold.workspace.findings(cold.file).map(withFixes));
        },
      ),
      { numRuns: 30 },
    );
  });

  test('and scores of a definition that is like another one are those of a fresh workspace', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...definitions),
        fc.array(damage, { maxLength: 3 }),
        fc.constantFrom('checked', 'scored', 'prepared'),
        (files, damages, way) => {
          const { workspace, file } = inMemory(files);
          workspace.findings(file);
          const text = damages.reduce(damaged, files[name]!);
          const [saved, cold] = [savedVersionOf(file), new Workspace()];
          workspace.liken(saved, file);
          for (const each of [workspace, cold]) {
            each.setDefinition(saved, { kind: 'text', text });
            load(each, saved, files);
          }
          if (way === 'scored') workspace.scoring(saved);
          if (way === 'prepared') atOnce(workspace.prepare(saved, file));
          expect(workspace.findings(saved).map(withFixes)).toEqual(cold.findings(saved).map(withFixes));
          const [scoring, anew] = [workspace, cold].map(each => each.scoring(saved));
          expect(scoring?.ranking).toEqual(anew?.ranking);
          expect(scoring?.params).toEqual(anew?.params);
          expect(scoring?.scores.nodes).toEqual(anew?.scores.nodes);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('after every one of many keys are those of a fresh workspace, their fixes too', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...definitions),
        fc.array(damage, { minLength: 5, maxLength: 25 }),
        (files, damages) => {
          const { workspace, file } = inMemory(files);
          let text = LongText.of(files[name]!);
          for (const [nth, { at, length, snippet }] of damages.entries()) {
            const start = Math.floor(at * text.length);
            text = text.edited({ start, end: Math.min(text.length, start + length) }, snippet);
            workspace.openDefinition(file, text);
            const findings = workspace.textFindings(file);
            if (nth % 4 < 3) continue;
            const cold = inMemory({ [name]: String(text) });
            expect(findings.map(withFixes)).toEqual(cold.workspace.textFindings(cold.file).map(withFixes));
          }
        },
      ),
      { numRuns: Number(process.env.RUNS ?? 25) },
    );
  });

  test('go away by each of their fixes, and no error comes instead', () => {
    fc.assert(
      fc.property(fc.oneof(damagedSample, small), files => {
        const { workspace, file } = inMemory(files);
        const before = workspace.findings(file);
        for (const finding of before) {
          if (finding.file !== file) continue;
          for (const fix of finding.fixes) {
            const text = applyEdits(files[name]!, fix.edits);
            const after = inMemory({ ...files, [name]: text });
            const left = after.workspace.findings(after.file);
            expect(left.map(keyOf), fix.title.en).not.toContain(keyOf(finding));
            const known = severe(before);
            const isRevealing =
              revealing.test(finding.code) || (known.has('yaml-syntax') && !severe(left).has('yaml-syntax'));
            const fresh = isRevealing ? [] : [...severe(left)].filter(code => !known.has(code));
            expect(fresh, `${finding.code}: ${fix.title.en}\n${text}`).toEqual([]);
          }
        }
      }),
      { numRuns: 150 },
    );
  });
});
