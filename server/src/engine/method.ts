/**
 * What every method says about itself. One record feeds the engine, the schema's enum, completion, hover and the
 * method's page. Knows nothing of who shows it.
 */
import type { Reason } from './column.ts';

/** A text that people read, in every language. */
export interface Text {
  readonly en: string;
  readonly 'zh-CN': string;
}

export interface MethodRecord {
  /** As it is written in a definition. */
  readonly id: string;
  readonly title: Text;
  /** One line. */
  readonly meaning: Text;
  /** For a positive indicator where the direction matters. */
  readonly formula: string;
  readonly source: string;
  readonly parameters: readonly Parameter[];
  readonly edges: readonly Edge[];
}

export interface Parameter {
  /** As it is written in a definition. */
  readonly id: string;
  readonly meaning: Text;
  /** As it is written in a definition; none: the parameter must be given. */
  readonly default?: string;
}

/** A degenerate case and what comes of it. */
export interface Edge {
  readonly text: Text;
  /** Why there is no score, where there is none. */
  readonly reason?: Reason;
}
