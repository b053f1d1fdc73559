/**
 * The tools for a language model, over the Model Context Protocol on standard input and output: one JSON-RPC 2.0 message a
 * line. Only reads, and only inside the folders it was started for. Knows the protocol; what a tool does is `mcpTools.ts`.
 */
import type { Locale } from '../base/locale.ts';
import { type ToolInput, type ToolName, tools, wrongInput } from '../protocol/tools.ts';

declare const __VERSION__: string;

/** What a tool came to: its JSON, or words that tell the model what to do otherwise. */
export type ToolResult = { readonly json: string } | { readonly problem: string };

export type CallTool = (name: ToolName, input: ToolInput) => ToolResult;

/** Newest first; the stdio part that we use is the same in all of them. */
const versions = ['2025-11-25', '2025-06-18', '2025-03-26', '2024-11-05'];

/** The answer to one line, without its line break; `undefined`: it asks for none. */
export function answerLine(line: string, callTool: CallTool, locale: Locale): string | undefined {
  const reply = (id: unknown, outcome: object) => JSON.stringify({ jsonrpc: '2.0', id, ...outcome });
  let message: unknown;
  try {
    message = JSON.parse(line);
  } catch {
    return reply(null, failure(-32700, 'not JSON'));
  }
  if (!isRecord(message) || message.jsonrpc !== '2.0')
    return reply(null, failure(-32600, 'not a JSON-RPC 2.0 message'));
  const { id, method } = message;
  if (typeof method !== 'string' || id === undefined) return undefined; // a notification, or an answer to nothing
  try {
    return reply(id, answer(method, isRecord(message.params) ? message.params : {}, callTool, locale));
  } catch (error) {
    return reply(id, failure(-32603, `internal error, please report it: ${error}`));
  }
}

function answer(method: string, params: Readonly<Record<string, unknown>>, callTool: CallTool, locale: Locale): object {
  switch (method) {
    case 'initialize':
      return { result: initialized(params.protocolVersion) };
    case 'ping':
      return { result: {} };
    case 'tools/list':
      return { result: { tools: listed(locale) } };
    case 'tools/call':
      return called(params, callTool);
    default:
      return failure(-32601, `no method ${method}`);
  }
}

function initialized(asked: unknown): object {
  return {
    protocolVersion: versions.find(version => version === asked) ?? versions[0],
    capabilities: { tools: {} },
    serverInfo: { name: 'indicators', version: __VERSION__ },
    instructions:
      'Checks, scores and explains composite indicators (indicator systems, 指标体系) that are defined in *.indicators.yaml files. Never guess a score or a rank: ask.',
  };
}

function listed(locale: Locale): readonly object[] {
  return tools.map(({ name, title, description, inputSchema }) => ({
    name,
    title: title[locale],
    description,
    inputSchema,
    annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
  }));
}

/** A wrong input is a result, not a failure, so that the model reads it and tries again. */
function called({ name, arguments: input = {} }: Readonly<Record<string, unknown>>, callTool: CallTool): object {
  const tool = tools.find(each => each.name === name);
  if (tool === undefined) return failure(-32602, `no tool ${String(name)}: ${tools.map(each => each.name).join(', ')}`);
  const wrong = wrongInput(tool, input);
  const outcome = wrong === undefined ? callTool(tool.name, input as ToolInput) : { problem: wrong };
  if ('json' in outcome) return { result: { content: [{ type: 'text', text: outcome.json }] } };
  return { result: { content: [{ type: 'text', text: outcome.problem }], isError: true } };
}

function failure(code: number, message: string): object {
  return { error: { code, message } };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
