/**
 * The tools that language models are offered, in the editor and by `indicators mcp`: names, inputs, and what is wrong with an
 * input. All of them only read. Descriptions of tools and inputs are for models, hence English; titles are for people.
 */

/** Request: what a tool tells of an open definition. */
export const toolRequest = 'indicators/tool';

export interface ToolParams {
  readonly tool: ToolName;
  readonly uri: string;
  /** Paths are told relative to this folder. */
  readonly folder: string;
  readonly input: ToolInput;
}

/** `json` is what the command line prints; `problem`: why there is no answer, in words. */
export type ToolAnswer = { readonly json: string } | { readonly problem: string };

export type ToolName = 'check' | 'score' | 'explain';

export interface ToolInput {
  readonly path?: string;
  readonly unit?: string;
  readonly units?: readonly string[];
  readonly first?: number;
  readonly level?: number;
}

export interface Tool {
  readonly name: ToolName;
  readonly title: { readonly en: string; readonly 'zh-CN': string };
  readonly description: string;
  readonly inputSchema: {
    readonly type: 'object';
    readonly properties: Readonly<Record<string, Property>>;
    readonly required?: readonly string[];
    readonly additionalProperties: false;
  };
}

interface Property {
  readonly type: 'string' | 'integer' | 'array';
  readonly description: string;
  readonly items?: { readonly type: 'string' };
  readonly minimum?: number;
  readonly default?: number;
}

const path: Property = {
  type: 'string',
  description:
    'Path of the definition (*.indicators.yaml), relative to the workspace folder. May be left out where there is only one.',
};

/** Of a ranking, unless more is asked for. */
const usualExcerpt = { first: 20, level: 1 } as const;

export const tools: readonly Tool[] = [
  {
    name: 'check',
    title: { en: 'Check an indicator system', 'zh-CN': '检查指标体系' },
    description:
      'Finds what is wrong in the definition of a composite indicator (an indicator system, 指标体系, in a *.indicators.yaml file) and in its data: weights that do not sum, tiers that overlap, cells that are no numbers, published claims that do not come out. Answers JSON: findings with code, severity, message, file and range (lines and characters from 0), and counts. Use it after each edit of such a file.',
    inputSchema: { type: 'object', properties: { path }, additionalProperties: false },
  },
  {
    name: 'score',
    title: { en: 'Score an indicator system', 'zh-CN': '计算指标体系得分' },
    description:
      'Scores and ranks the units (countries, cities, schools…) of an indicator system. Answers JSON: units in rank order with score, rank, tier and scores by indicator; counts of tiers; publications; expectations; effective weights of indicators; findings. By default the first 20 units, and indicators of level 1; nUnits tells how many units there are.',
    inputSchema: {
      type: 'object',
      properties: {
        path,
        units: { type: 'array', items: { type: 'string' }, description: 'Only these units: ids or names.' },
        first: {
          type: 'integer',
          minimum: 1,
          default: usualExcerpt.first,
          description: 'How many units from the top of the ranking, where no units are named.',
        },
        level: {
          type: 'integer',
          minimum: 1,
          default: usualExcerpt.level,
          description: 'Scores and indicators down to this level of the framework.',
        },
      },
      additionalProperties: false,
    },
  },
  {
    name: 'explain',
    title: { en: 'Explain a unit’s rank', 'zh-CN': '解释评估对象的位次' },
    description:
      'Explains how a unit of an indicator system came to its score, rank and tier: every step from the cells of the data on, with the numbers put into the formulas, so that it can be redone by hand. Answers JSON. Use it for any question why a unit stands where it stands.',
    inputSchema: {
      type: 'object',
      properties: { path, unit: { type: 'string', description: 'Id or name of the unit.' } },
      required: ['unit'],
      additionalProperties: false,
    },
  },
];

/** A tool with all its inputs; those that a tool does not take say nothing. */
export interface ToolQuestion {
  readonly tool: ToolName;
  readonly unit: string;
  readonly units: readonly string[];
  readonly first: number;
  readonly level: number;
}

export function toolQuestion(tool: ToolName, { unit = '', units = [], first, level }: ToolInput): ToolQuestion {
  return { tool, unit, units, first: first ?? usualExcerpt.first, level: level ?? usualExcerpt.level };
}

/** What is wrong with an input, for a model to put it right; `undefined`: nothing. */
export function wrongInput({ inputSchema: { properties, required = [] } }: Tool, input: unknown): string | undefined {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return 'the input must be an object';
  for (const [name, value] of Object.entries(input)) {
    const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (property === undefined) return `there is no input ${name}: ${Object.keys(properties).join(', ')}`;
    if (!isOfType(property, value)) return `${name} must be ${nameOfType(property)}`;
  }
  const lacking = required.find(name => !Object.hasOwn(input, name));
  return lacking === undefined ? undefined : `${lacking} is lacking`;
}

function isOfType({ type, minimum = 0 }: Property, value: unknown): boolean {
  switch (type) {
    case 'string':
      return typeof value === 'string';
    case 'integer':
      return Number.isSafeInteger(value) && (value as number) >= minimum;
    case 'array':
      return Array.isArray(value) && value.every(each => typeof each === 'string');
  }
}

function nameOfType({ type, minimum = 0 }: Property): string {
  switch (type) {
    case 'string':
      return 'a text';
    case 'integer':
      return `a whole number of at least ${minimum}`;
    case 'array':
      return 'a list of texts';
  }
}
