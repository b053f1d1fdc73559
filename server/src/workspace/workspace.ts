/**
 * The only state: facts are set here (texts of definitions, bytes of data files), and every derived answer is computed
 * from them and remembered. Reads no file: `wanted` names what a host should read and set. Knows nothing of LSP.
 */
import type { Finding } from '../base/finding.ts';
import type { LongText } from '../base/longText.ts';
import { QueryStore } from '../base/query.ts';
import type { Steps } from '../base/steps.ts';
import type { Source } from '../checks/rule.ts';
import type { Configuration } from '../model/configuration.ts';
import type { IndicatorSystem } from '../model/system.ts';
import type { Scalars } from '../schema/scalars.ts';
import { type BoundData, binding } from '../scoring/bind/bind.ts';
import type { Scoring } from '../scoring/score.ts';
import type { Tree } from '../syntax/tree.ts';
import * as answers from './answers.ts';
import { configuration, configurationOf, isIgnored, possibleConfigurations } from './configuration.ts';
import {
  type DataFile,
  type DefinitionFile,
  dataFiles,
  definitions,
  type EncodingProblem,
  encodingProblems,
  firstDataFiles,
  roots,
} from './facts.ts';
import { tree } from './texts.ts';

/** Files that the answers about a definition need and nobody has set yet. */
export interface WantedFiles {
  readonly definitions: readonly string[];
  readonly dataFiles: readonly string[];
}

export class Workspace {
  private readonly store = new QueryStore();
  private readonly open = new Set<string>();

  /** Grows with every change: an answer of an older revision may be out of date. */
  get revision(): number {
    return this.store.revision;
  }

  /** The definitions that the host has set as its own (opened, or named on the command line), in that order. */
  get files(): readonly string[] {
    return [...this.open];
  }

  /** Sets the text of a definition that findings are wanted for. */
  openDefinition(file: string, text: string | LongText): void {
    this.open.add(file);
    this.store.set(definitions, file, { kind: 'text', text });
  }

  /** For hosts that decode definitions themselves; `undefined`: the text is as it was written. */
  setEncodingProblem(file: string, problem: EncodingProblem | undefined): void {
    this.store.set(encodingProblems, file, problem);
  }

  /** The file is read from disk again when something needs it. */
  closeDefinition(file: string): void {
    this.open.delete(file);
    this.store.forget(file);
  }

  /** Sets a definition that another one refers to; `undefined`: not known, wanted again. */
  setDefinition(file: string, content: DefinitionFile | undefined): void {
    if (!this.open.has(file)) this.store.set(definitions, file, content);
  }

  /** Says that a definition is a version of another, or much like it: what is known of that one is not found anew. */
  liken(definition: string, other: string): void {
    this.store.liken(definition, other);
  }

  /** Scores a definition that is like another one, in steps: `scoring` has little left to do. */
  *prepare(definition: string, other: string): Steps<void> {
    this.liken(definition, other);
    this.tree(definition);
    yield;
    const system = this.system(definition);
    yield;
    const tables = this.sources(definition).map(({ table }) => table);
    yield;
    if (!this.store.isKnown(answers.data, definition)) {
      const bound = yield* binding(system, tables, this.data(other));
      this.store.suggest(answers.data, definition, bound);
    }
    this.scoring(definition);
  }

  /** Whether nothing is set for a definition yet. */
  isUnknown(file: string): boolean {
    return this.store.get(definitions, file) === undefined;
  }

  /** Whether the text of a definition is there. */
  isRead(file: string): boolean {
    return this.store.get(definitions, file)?.kind === 'text';
  }

  /** Sets the folder up to which the configuration of a definition's project is looked for; else there is none. */
  setRoot(file: string, root: string): void {
    this.store.set(roots, file, root);
  }

  /** The configuration that holds for a definition, as a file and as what it says; `undefined`: there is none. */
  configurationOf(file: string): { readonly file: string; readonly configuration: Configuration } | undefined {
    const found = this.store.get(configurationOf, file).file;
    return found === undefined ? undefined : { file: found, configuration: this.store.get(configuration, found) };
  }

  /** Whether the configuration of its project says that a definition is not checked. */
  isIgnored(file: string): boolean {
    return this.store.get(isIgnored, file);
  }

  /** Reads another file in place of the first data source of a definition. */
  readFirstDataFrom(file: string, dataFile: string): void {
    this.store.set(firstDataFiles, file, dataFile);
  }

  setDataFile(file: string, content: DataFile | undefined): void {
    this.store.set(dataFiles, file, content);
  }

  /** What is still to be read before `findings`, `scoring` and the rest are complete for a definition. */
  wanted(file: string): WantedFiles {
    const { chain, isCyclic } = this.store.get(answers.previous, file);
    const last = chain.at(-1);
    const { unknown } = this.store.get(configurationOf, file);
    const lacksPrevious = !isCyclic && last !== undefined && this.store.get(definitions, last) === undefined;
    return {
      definitions: [...(lacksPrevious ? [last] : []), ...(unknown === undefined ? [] : [unknown])],
      dataFiles: this.dataFilesReadFor(file).filter(each => this.store.get(dataFiles, each) === undefined),
    };
  }

  /** The data files that a definition names, each once. */
  dataFilesOf(file: string): readonly string[] {
    return this.store.get(answers.dataFilesOf, file);
  }

  /** Those, and the data of the editions whose numbers it keeps. */
  private dataFilesReadFor(file: string): readonly string[] {
    const kept = this.store.get(answers.keptEdition, file);
    return [...new Set([...this.dataFilesOf(file), ...(kept === undefined ? [] : this.dataFilesReadFor(kept))])];
  }

  /** The definition that `previous` names. */
  previousOf(file: string): string | undefined {
    return this.store.get(answers.previous, file).chain[1];
  }

  /** What is found in a definition comes from these files: itself, earlier editions, data, the project's configuration. */
  filesBehind(file: string): readonly string[] {
    const configuration = this.configurationOf(file)?.file;
    const { chain } = this.store.get(answers.previous, file);
    return [...chain, ...this.dataFilesReadFor(file), ...(configuration === undefined ? [] : [configuration])];
  }

  /** The definitions among `files` that a change of a data file or of another definition concerns. */
  dependantsOf(changed: string): readonly string[] {
    return this.files.filter(
      file =>
        file === changed ||
        this.store.get(answers.previous, file).chain.includes(changed) ||
        this.store.get(possibleConfigurations, file).includes(changed) ||
        this.dataFilesReadFor(file).includes(changed),
    );
  }

  text(file: string): string {
    return this.store.get(tree, file).text;
  }

  tree(file: string): Tree {
    return this.store.get(tree, file);
  }

  system(file: string): IndicatorSystem {
    return this.store.get(answers.system, file);
  }

  /** Every key and value with what the format takes it for. */
  scalars(file: string): Scalars {
    return this.store.get(answers.scalars, file);
  }

  /** Findings of the text rules: the file alone. */
  textFindings(file: string): readonly Finding[] {
    return this.store.get(answers.textFindings, file);
  }

  /** All findings, those of the data included, some of which stand in data files. */
  findings(file: string): readonly Finding[] {
    return this.store.get(answers.findings, file);
  }

  sources(file: string): readonly Source[] {
    return this.store.get(answers.sources, file);
  }

  data(file: string): BoundData {
    return this.store.get(answers.data, file);
  }

  /** `undefined` where nothing can be scored: no unit or no indicator. */
  scoring(file: string): Scoring | undefined {
    return this.store.get(answers.scoring, file);
  }

  /** The text of any file that is known, as decoded: a definition, or a data file that a definition reads. */
  textOf(file: string, of: string): string | undefined {
    const isDefinition = this.store.get(answers.previous, of).chain.includes(file);
    if (isDefinition || file === this.store.get(configurationOf, of).file) return this.text(file);
    return this.sources(of).find(source => source.file === file)?.table?.text;
  }
}
