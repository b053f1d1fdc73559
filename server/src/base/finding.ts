/** The shape of a finding: a code, a place and, where safe, a cure. Knows nothing of what can be wrong. */
import type { LocalText } from './locale.ts';
import type { TextEdit, TextRange } from './text.ts';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** From the worst: index 0 is the most severe. */
export const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** A place in one file. `file` is the file's URI as the workspace knows it. */
export interface Location {
  readonly file: string;
  readonly range: TextRange;
}

export interface RelatedPlace extends Location {
  readonly message: LocalText;
}

/** A cure that may be applied without thinking: it removes its finding and adds none. Edits are of the finding's file. */
export interface Fix {
  readonly title: LocalText;
  readonly edits: readonly TextEdit[];
  /** The one that "fix all" takes where several are offered. */
  readonly preferred?: boolean;
}

export interface Finding extends Location {
  readonly code: string;
  readonly severity: Severity;
  readonly message: LocalText;
  readonly related: readonly RelatedPlace[];
  readonly fixes: readonly Fix[];
}

/**
 * A finding whose cures are made when they are asked for: of very many weights they take longer than finding them. A class,
 * because an accessor in an object literal gives each object a shape of its own, and the shape holds on to all that the
 * accessor sees until all memory is searched.
 */
export class LazyFinding implements Finding {
  readonly file: string;
  readonly range: TextRange;
  readonly code: string;
  readonly severity: Severity;
  readonly message: LocalText;
  readonly related: readonly RelatedPlace[];
  readonly #makeFixes: () => readonly Fix[];
  #fixes: readonly Fix[] | undefined;

  constructor(
    { file, range, code, severity, message, related }: Omit<Finding, 'fixes'>,
    makeFixes: () => readonly Fix[],
  ) {
    this.file = file;
    this.range = range;
    this.code = code;
    this.severity = severity;
    this.message = message;
    this.related = related;
    this.#makeFixes = makeFixes;
  }

  get fixes(): readonly Fix[] {
    this.#fixes ??= this.#makeFixes();
    return this.#fixes;
  }
}
