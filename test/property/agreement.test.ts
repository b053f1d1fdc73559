/**
 * The same thing is the same number wherever it is shown: in the report (JSON, the tools of language models), the panel
 * and its parts, the table, CSV, Markdown, the page, the workbook, explanations, hovers, hints and the tree. Of every
 * sample, and of definitions whose numbers lie halfway between two that can be printed.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Decimal, decimalOf, divide, printDecimal, round } from '../../server/src/base/decimal.ts';
import { formatScoreCsv } from '../../server/src/cli/formats/scoreCsv.ts';
import { formatScoreHtml } from '../../server/src/cli/formats/scoreHtml.ts';
import { plain, type Terminal } from '../../server/src/cli/terminal.ts';
import { cellsView } from '../../server/src/features/cells.ts';
import { framework } from '../../server/src/features/framework.ts';
import { hover } from '../../server/src/features/hover/hover.ts';
import { inlayHints } from '../../server/src/features/inlayHints.ts';
import { preview } from '../../server/src/features/preview/preview.ts';
import { unitView } from '../../server/src/features/preview/unit.ts';
import { weightsView } from '../../server/src/features/preview/whatIf.ts';
import { nameNode } from '../../server/src/model/siblings.ts';
import type { FrameworkIndicator } from '../../server/src/protocol/framework.ts';
import { computedShares } from '../../server/src/scoring/computedWeights.ts';
import { sheetsOf } from '../../server/src/scoring/document/sheets.ts';
import { explain } from '../../server/src/scoring/explain/explain.ts';
import type { Fraction } from '../../server/src/scoring/fraction.ts';
import { reportOf, type ScoreReport } from '../../server/src/scoring/report/report.ts';
import type { Scoring } from '../../server/src/scoring/score.ts';
import { effectiveWeights } from '../../server/src/scoring/weights.ts';
import { toolAnswer } from '../../server/src/workspace/toolAnswer.ts';
import type { Workspace } from '../../server/src/workspace/workspace.ts';
import { inMemory } from '../support/memory.ts';
import { inMemoryOpened } from '../support/opened.ts';

const samples = resolve(import.meta.dirname, '../../samples');
const definitions = readdirSync(samples, { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.indicators.yaml'))
  .sort();

test.each(definitions)('%s', async name => {
  const folder = join(samples, dirname(name));
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(each => each.isFile());
  const paths = files.map(each => relative(folder, join(each.parentPath, each.name)).replaceAll('\\', '/'));
  const definition = relative(folder, join(samples, name));
  const ordered = [definition, ...paths.filter(path => path !== definition)];
  const contents = ordered.map(path => [path, readFileSync(join(folder, path))] as const);
  agree(await inMemoryOpened(Object.fromEntries(contents)));
});

describe('halfway between two numbers', () => {
  // In binary 0.145 × 100 is below 14.5, 1.005 below itself, and 33.335 above.
  const definition = (more: string) => `indicatorSystem: 1
id: halfway
title: Halfway
units: {id: id, name: name}
data: [{path: d.csv}]
defaults: {normalise: none}
${more}
indicators:
  - {id: a, name: A, weight: 14.505}
  - {id: b, name: B, weight: 28.445}
  - id: c
    name: C
    weight: 57.05
    indicators:
      - {id: d, name: D, weight: 1.15}
      - {id: e, name: E, weight: 98.85}
`;
  const data =
    'id,name,a,b,d,e\nu,U,1.005,1.005,1.005,1.005\nv,V,33.335,33.335,33.335,33.335\nw,W,8.575,1.115,0.285,99.995\n';
  const roundings = [
    '',
    'ranking: {ties: dense, round: {decimals: 1}}',
    'ranking: {ties: dense, round: {decimals: 2, mode: down}}',
  ];
  const scales = ['', 'scale: [0, 1000]'];
  test.each(roundings.flatMap(rounding => scales.map(scale => `${rounding}\n${scale}`)))('%s', more => {
    agree(inMemory({ 't.indicators.yaml': definition(more), 'd.csv': data }));
  });
  test('on a scale to 1', () => {
    const small = data.replace(/(?<=,)(\d+)\.(\d+)/g, (_, whole, rest) => `0.${whole.padStart(2, '0')}${rest}`);
    agree(inMemory({ 't.indicators.yaml': definition('scale: [0, 1]'), 'd.csv': small }));
  });
});

function agree({ workspace, file }: { workspace: Workspace; file: string }): void {
  const scoring = workspace.scoring(file)!;
  const report = reportOf(scoring, { locale: 'en', findings: [] });
  const shown = { workspace, file, scoring, report };
  panelAgrees(shown);
  filesAgree(shown);
  explanationsAgree(shown);
  weightsAgree(shown);
}

interface Shown {
  readonly workspace: Workspace;
  readonly file: string;
  readonly scoring: Scoring;
  readonly report: ScoreReport;
}

function panelAgrees({ workspace, file, scoring, report }: Shown): void {
  const query = { file, uri: file, version: 1, revision: 1, baseline: undefined, lastGood: undefined };
  const { ranking } = preview(workspace, query, 'en');
  const { units, tiers, columns, decimals } = ranking!;
  const byId = new Map(report.units.map(unit => [unit.id, unit]));
  expect(units.order.map(unit => units.ids[unit])).toEqual(report.units.map(({ id }) => id));
  expect(tiers.map(({ name, count }) => ({ name, count }))).toEqual(
    report.tiers.map(({ name, count }) => ({ name, count })),
  );
  units.ids.forEach((id, unit) => {
    const { score, rank, tier, scores, missing, notApplicable } = byId.get(id)!;
    const inPanel = {
      ...{ score: units.scores[unit], rank: units.ranks[unit], missing: units.missing[unit] },
      ...{
        tier: units.tiers[unit] === null ? null : tiers[units.tiers[unit]!]!.name,
        notApplicable: units.notApplicable[unit],
      },
      scores: columns.map((_, column) => units.levels[column]![unit]),
    };
    const rounded = columns.map(column =>
      scores[column.id] === null ? null : Number(printed(decimalOf(scores[column.id]!), decimals)),
    );
    expect(inPanel, id).toEqual({
      score,
      rank,
      tier,
      missing: missing.length,
      notApplicable: notApplicable.length,
      scores: rounded,
    });
    partsAgree(scoring, report, id);
  });
  const indicators = report.indicators.map(indicator => indicator.id);
  const cells = cellsView(scoring, { units: units.ids, indicators });
  for (const { unit, scores } of cells.rows) {
    scores.forEach((score, column) => {
      const exact = byId.get(unit)!.scores[indicators[column]!] ?? null;
      const rounded = exact === null ? null : Number(printed(decimalOf(exact), 2));
      expect(score, `${unit} ${indicators[column]}`).toBe(rounded);
    });
  }
}

function partsAgree(scoring: Scoring, report: ScoreReport, id: string): void {
  const place = report.units.findIndex(unit => unit.id === id);
  const unit = report.units[place]!;
  const view = unitView(scoring, id, 'en')!;
  expect(view.total).toBe(unit.unrounded);
  expect(view.adjustments.map(({ id: of, points }) => ({ id: of, points }))).toEqual(unit.adjustments);
  for (const part of view.parts) expect(part.score ?? null, `${id} ${part.id}`).toBe(unit.scores[part.id] ?? null);
  for (const neighbour of [view.above, view.below]) {
    if (neighbour === null) continue;
    const other = report.units.find(each => each.id === neighbour.unit)!;
    expect(neighbour.rank).toBe(other.rank);
    expect(neighbour.gap).toBeCloseTo(Math.abs(other.score! - unit.score!), 9);
  }
}

const terminal: Terminal = { locale: 'en', folder: '', colours: plain, out: () => {}, err: () => {} };

function filesAgree({ workspace, file, scoring, report }: Shown): void {
  const decimals = report.system.decimals ?? 4;
  const level = report.indicators.filter(each => each.level === 1);
  const rows = formatScoreCsv({ report, scoring, level: 1 }, terminal).split('\r\n').slice(1, -1);
  const html = formatScoreHtml({ report, scoring, level: undefined }, terminal);
  const scoresInPage = [...html.matchAll(/<span class="score">([^<]*)</g)].map(match => match[1]);
  expect(scoresInPage).toEqual(
    report.units.filter(({ score }) => score !== null).map(({ score }) => padded(score!, decimals)),
  );
  report.units.forEach((unit, index) => {
    const expected = level.map(({ id }) =>
      unit.scores[id] === null ? '' : padded(unit.scores[id]!, Math.max(2, decimals)),
    );
    const row = rows[index]!;
    if (unit.score !== null) expect(row).toContain(`,${padded(unit.score, decimals)}`);
    if (expected.length > 0)
      expect(row.endsWith(`,${expected.join(',')}`), `${row} | ${expected.join(',')}`).toBe(true);
  });
  const [ranking, scores] = sheetsOf({ scoring, report, locale: 'en' });
  expect(ranking!.rows.slice(1).map(row => [row[0], row[1], row[3]])).toEqual(
    report.units.map(({ rank, id, score }) => [rank, id, score]),
  );
  expect(scores!.rows.slice(1).map(row => [row[2], ...row.slice(3)])).toEqual(
    report.units.map(unit => [unit.unrounded, ...report.indicators.map(({ id }) => unit.scores[id] ?? null)]),
  );
  const wording = { locale: 'en' as const, pathOf: () => 't', placeOf: undefined };
  const answer = toolAnswer(
    workspace,
    file,
    { tool: 'score', unit: '', units: [], first: 1e9, level: 99 },
    wording as never,
  );
  const told = JSON.parse((answer as { json: string }).json);
  expect(told.units).toEqual(JSON.parse(JSON.stringify(report.units)));
  expect(told.indicators).toEqual(JSON.parse(JSON.stringify(report.indicators)));
}

function explanationsAgree({ scoring, report }: Shown): void {
  for (const unit of report.units) {
    for (const { kind, subject, value } of explain(scoring, unit.id)!.steps) {
      if (kind === 'leaf' || kind === 'aggregate')
        expect(value, `${unit.id} ${subject}`).toBe(unit.scores[subject!] ?? null);
      if (kind === 'rounding') expect(value, unit.id).toBe(unit.score);
      if (kind === 'rank') expect(value, unit.id).toBe(unit.rank);
    }
  }
}

function weightsAgree({ workspace, file, scoring, report }: Shown): void {
  const { system } = scoring;
  const weights = effectiveWeights(system, undefined, computedShares(scoring));
  const methodology = sheetsOf({ scoring, report, locale: 'en' })[2]!.rows.slice(1);
  const inTree = new Map<string, FrameworkIndicator>();
  const walk = (all: readonly FrameworkIndicator[]) =>
    all.forEach(each => {
      inTree.set(each.id, each);
      walk(each.children ?? []);
    });
  walk(framework(workspace, { file, uri: file, version: 1, lastGood: undefined } as never, 'en').indicators);
  const tried = new Map(weightsView(workspace, file, 'en').indicators.map(each => [each.id, each]));
  const tree = workspace.tree(file);
  const all = { start: { line: 0, character: 0 }, end: tree.source.positionAt(tree.source.length) };
  const hints = inlayHints(workspace, file, all, 'en');
  const known = [...weights.values()]
    .flatMap(each => [each.exactShare, each.exactEffective])
    .map(each => percentOf(each, 4));
  const hinted = hints.flatMap(({ label }) => [...String(label).matchAll(/[\d.]+(?= %)/g)].map(([figure]) => figure));
  expect(hinted.filter(figure => !known.includes(figure))).toEqual([]);
  report.indicators.forEach((indicator, index) => {
    const exact = weights.get(indicator.id);
    expect([indicator.share, indicator.effective]).toEqual([exact?.share ?? null, exact?.effective ?? null]);
    if (exact === undefined) return;
    const own = system.byId.get(indicator.id)![0]!;
    expect(tried.get(indicator.id)).toMatchObject({ share: exact.share, effective: exact.effective });
    const [share, effective] = [percentOf(exact.exactShare, 4), percentOf(exact.exactEffective, 4)];
    expect(methodology[index]!.slice(3, 5)).toEqual([
      `${percentOf(exact.exactShare, 2)} %`,
      `${percentOf(exact.exactEffective, 2)} %`,
    ]);
    expect(
      inTree
        .get(indicator.id)!
        .effective.replace(/ \(.*\)$/, '')
        .replace('≈ ', ''),
    ).toBe(`${effective} %`);
    const at = tree.source.positionAt(tree.rangeOf(nameNode(own)).start);
    const text = JSON.stringify(hover(workspace, file, at, 'en'));
    if (own.own.weight?.kind !== 'by-group')
      expect(text.replaceAll(/ \(\d+\/\d+\)/g, '').replaceAll('≈ ', '')).toContain(
        `${share} % of its siblings, ${effective} % of the index`,
      );
  });
}

function percentOf({ numerator, denominator }: Fraction, places: number): string {
  return printDecimal(divide({ digits: numerator * 100n, scale: 0 }, { digits: denominator, scale: 0 }, places));
}

function printed(value: Decimal, places: number): string {
  return printDecimal(round(value, places));
}

function padded(value: number, places: number): string {
  const text = printed(decimalOf(value), places);
  const [whole, rest = ''] = text.split('.');
  return places === 0 ? whole! : `${whole}.${rest.padEnd(places, '0')}`;
}
