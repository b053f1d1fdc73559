/**
 * How long the daily work takes, as multiples of reading the same definition with the `yaml` library alone; then scoring,
 * the command line and the language server beside their peers (`peers.ts`, `commandLine.ts`, `languageServers.ts`). On
 * this machine, now: CPU time, the best of several rounds. Nothing passes or fails.
 * `npm run bench -- 100000` takes so many units for the largest tables instead of a million, `0` none.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseDocument } from 'yaml';
import { learnAndMap, map, rank, rescore } from '../../server/src/engine/score.ts';
import { scoreSystem } from '../../server/src/scoring/score.ts';
import { parse } from '../../server/src/syntax/parse.ts';
import { Workspace } from '../../server/src/workspace/workspace.ts';
import { compareCommandLine } from './commandLine.ts';
import { costOfSmall } from './cost.ts';
import { compareLanguageServers } from './languageServers.ts';
import { comparePeers } from './peers.ts';

const folder = resolve('samples/digital-government-2024');
const definition = 'file:///bench/dgsc-2024.indicators.yaml';
const text = readFileSync(resolve(folder, 'dgsc-2024.indicators.yaml'), 'utf8');
const edited = text.replace('weight: 12', 'weight: 13');
const bytes = readFileSync(resolve(folder, 'data/2024.csv'));

function opened(): Workspace {
  const workspace = new Workspace();
  workspace.openDefinition(definition, text);
  for (const file of workspace.wanted(definition).dataFiles) workspace.setDataFile(file, { kind: 'bytes', bytes });
  for (const file of workspace.wanted(definition).definitions) workspace.setDefinition(file, { kind: 'missing' });
  return workspace;
}

const workspace = opened();
const scoring = workspace.scoring(definition);
if (scoring === undefined) throw new Error('the sample is not scored');
const { system, data, compiled, params } = scoring;
const { plan, input } = compiled;
const nLeaves = plan.nodes.filter(({ kind }) => kind === 'leaf').length;
const tree = parse(text);
let isEdited = false;

const works: readonly (readonly [name: string, work: () => unknown])[] = [
  ['yaml: the definition', () => parseDocument(text, { uniqueKeys: false })],
  ['parse: the definition, from scratch', () => parse(text)],
  ['parse: one number edited', () => parse(edited, tree)],
  ['open → all findings', () => opened().findings(definition)],
  ['open → scores', () => opened().scoring(definition)],
  ['one number edited → all findings', () => edit().findings(definition)],
  ['one number edited → scores', () => edit().scoring(definition)],
  [`${plan.nUnits} × ${nLeaves}: compile, fit, map, rank`, () => scoreSystem(system, data)],
  [`${plan.nUnits} × ${nLeaves}: fit, map, rank`, () => rank(plan, learnAndMap(plan, input).scores)],
  [`${plan.nUnits} × ${nLeaves}: one weight changed, rank`, () => rank(plan, reweighed().scores)],
  [`${plan.nUnits} × ${nLeaves}: map, rank`, () => rank(plan, map(plan, params, input))],
  [`${plan.nUnits} × ${nLeaves}: rank`, () => rank(plan, scoring.scores)],
];

/** Between two weights of the first aggregate, as an author tries them. */
function reweighed() {
  isEdited = !isEdited;
  const factor = isEdited ? 2 : 1;
  const first = plan.nodes.findIndex(({ kind }) => kind === 'aggregate');
  const nodes = plan.nodes.map((node, index) =>
    node.kind === 'leaf' || index !== first
      ? node
      : { ...node, weightSets: node.weightSets.map(([weight, ...others]) => [weight! * factor, ...others]) },
  );
  return rescore({ ...plan, nodes }, input, { plan, input, params, scores: scoring!.scores });
}

function edit(): Workspace {
  isEdited = !isEdited;
  workspace.openDefinition(definition, isEdited ? edited : text);
  return workspace;
}

const costs = works.map(([name, work]) => [name, costOfSmall(work)] as const);
const [[, unit] = ['', 1]] = costs;
const width = Math.max(...costs.map(([name]) => name.length));
for (const [name, each] of costs) {
  console.log(`${name.padEnd(width)}  ${(each / unit).toFixed(3).padStart(8)} ×  ${each.toFixed(3).padStart(9)} ms`);
}

const nUnits = Number(process.argv[2] ?? 1_000_000);
void comparePeers(nUnits)
  .then(compareCommandLine)
  .then(() => compareLanguageServers([58, 580, 5800, 58_000]));
