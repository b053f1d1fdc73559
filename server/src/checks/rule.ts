/**
 * What a rule is: one record with its code, its page and its check. A rule sees places and values, never lines, LSP or
 * severities set by the user: `check.ts` applies those.
 */
import type { Fix, Location, Severity } from '../base/finding.ts';
import type { LocalText } from '../base/locale.ts';
import type { TextRange } from '../base/text.ts';
import type { Table } from '../data/table.ts';
import type { RuleSetting } from '../model/header.ts';
import type { IndicatorSystem } from '../model/system.ts';
import type { DataSource } from '../model/units.ts';
import type { StructureProblem } from '../schema/structure.ts';
import type { BoundData } from '../scoring/bind/bind.ts';
import type { Scoring } from '../scoring/score.ts';
import type { Place, Tree } from '../syntax/tree.ts';
import type { Coverage } from './coverage.ts';

/** A place in the definition, or a range of a data file. */
export type ProblemPlace = Place | Location;

export interface Problem {
  /** The number, name or key at fault, never a whole block. */
  readonly at: ProblemPlace;
  readonly message: LocalText;
  readonly related?: readonly { readonly at: ProblemPlace; readonly message: LocalText }[];
  /** Those that take long to make are made when asked for. */
  readonly fixes?: readonly Fix[] | (() => readonly Fix[]);
}

/** Another definition: places in its tree become locations in its file. */
export interface Edition {
  readonly file: string;
  readonly tree: Tree;
  readonly system: IndicatorSystem;
}

/** What text rules may read: the file, and the edition before it. */
export interface TextContext {
  /** URI of the definition. */
  readonly file: string;
  /** Where its bytes are not the UTF-8 that they should be; `undefined` where the text came from an editor. */
  readonly encodingProblem: { readonly range: TextRange; readonly message: LocalText } | undefined;
  readonly tree: Tree;
  readonly system: IndicatorSystem;
  readonly structure: readonly StructureProblem[];
  /** Files reached by following `previous:`, this one first; a cyclic chain ends with the file that it comes back to. */
  readonly previous: { readonly chain: readonly string[]; readonly isCyclic: boolean };
  /** The edition that `previous:` names, or why it cannot be read; `undefined` where none is named or it is not read yet. */
  readonly earlier: Edition | 'missing' | 'outside' | 'unreadable' | undefined;
  /** What the configuration of the project says of rules; the file's own words go before it. */
  readonly configured: readonly RuleSetting[];
  /** The threshold that the file or the project sets for the rule that runs, or the rule's own. */
  readonly threshold: (usual: number) => number;
}

/** How reading a source went. */
export type SourceState = 'read' | 'missing' | 'unreadable' | 'outside' | 'unknown-format';

export interface Source {
  readonly declaration: DataSource;
  /** URI of the data file; '' where the declaration has no path. */
  readonly file: string;
  readonly state: SourceState;
  /** There where the state is `read`. */
  readonly table: Table | undefined;
}

/** What data rules may read: the data, and the scores where there are any. */
export interface DataContext extends TextContext {
  /** In the order of `system.data`. */
  readonly sources: readonly Source[];
  readonly data: BoundData;
  /** `undefined` where no score can be computed (no unit, no indicator). */
  readonly scoring: Scoring | undefined;
  /** None while not all data are there. */
  readonly coverage: readonly Coverage[];
}

/** One wish of the user to hear less, or with another severity, of a rule. */
export interface Suppression {
  readonly code: string;
  readonly at: ProblemPlace;
  readonly reason: string | undefined;
  /** Whether it silences (a setting may only change the severity). */
  readonly silences: boolean;
  /** How many findings it silenced or changed. */
  readonly uses: number;
  /** Whether the rule that it names has run; `undefined` where no such rule exists. */
  readonly hasRun: boolean | undefined;
}

export interface SuppressionContext extends TextContext {
  readonly suppressions: readonly Suppression[];
  readonly codes: readonly string[];
}

/** An example of the rule's page: definitions and data files by name. `demo.indicators.yaml` is the definition. */
export interface Example {
  readonly definition: string;
  readonly files?: Readonly<Record<string, string>>;
}

interface RulePage {
  readonly code: string;
  readonly severity: Severity;
  /** One line: what it finds. */
  readonly title: LocalText;
  /** Why it matters and what to do. */
  readonly why: LocalText;
  /** Handbook step, COINr check, official rule… */
  readonly source?: LocalText;
  readonly wrong: Example;
  readonly right: Example;
  /** The rule's own threshold, where the file may set another. */
  readonly threshold?: number;
}

export type Rule = RulePage &
  (
    | {
        readonly level: 'text';
        /**
         * Where every problem is one of the siblings under one parent, seen from their texts (how many children they list is
         * part of them), those of all that they stand under and what the file says outside the indicators, and with
         * `siblings and children` their children's texts too: the rule then runs set by set (`system.indicators` are one
         * set) and only where something was edited; the first time over the whole, and set by set only if that finds
         * anything. Fixes may look at more. Else it runs over the whole file at each key, and should come to its answer
         * without looking at all indicators (`system.framework`).
         */
        readonly reach?: 'siblings' | 'siblings and children';
        readonly check: (context: TextContext) => Iterable<Problem>;
        /** What only the data tell of the same: a rule of the same code beside it. */
        readonly inData?: Rule & { readonly level: 'data' };
      }
    | { readonly level: 'data'; readonly check: (context: DataContext) => Iterable<Problem> }
    | { readonly level: 'suppression'; readonly check: (context: SuppressionContext) => Iterable<Problem> }
  );
