import { createInterface } from 'node:readline';
import { localText } from '../../base/locale.ts';
import type { Command } from '../command.ts';
import { answerLine } from '../mcp.ts';
import { toolsFor } from '../mcpTools.ts';

export const mcp: Command = {
  name: 'mcp',
  operands: '[FOLDER…]',
  about: localText(
    'tools for language models: check, score and explain, read-only (Model Context Protocol)',
    '供语言模型使用的只读工具：检查、计分、解释（MCP）',
  ),
  options: [],
  async run(given, terminal) {
    const callTool = toolsFor(given.paths, terminal);
    for await (const line of createInterface({ input: process.stdin })) {
      const answer = line.trim() === '' ? undefined : answerLine(line, callTool, terminal.locale);
      if (answer !== undefined) terminal.out(`${answer}\n`);
    }
    return 0;
  },
};
