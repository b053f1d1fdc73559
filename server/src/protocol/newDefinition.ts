/** A first definition for a data file, as the server guesses it; the author decides. Plain data. */

/** Request: the text of a definition for a file with data. null: the file is no table with a number in it. */
export const newDefinitionRequest = 'indicators/newDefinition';

export interface NewDefinitionParams {
  /** Name of the data file, `2024.csv`: the definition refers to it as its neighbour. */
  readonly name: string;
  /** The file's bytes. */
  readonly base64: string;
}

export type NewDefinitionAnswer = {
  readonly text: string;
} | null;
