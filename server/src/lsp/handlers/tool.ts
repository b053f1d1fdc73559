import { type ToolAnswer, type ToolParams, toolQuestion, toolRequest } from '../../protocol/tools.ts';
import { relativePath } from '../../workspace/files.ts';
import { toolAnswer } from '../../workspace/toolAnswer.ts';
import type { Session } from '../session.ts';

export function onTool(session: Session): void {
  session.connection.onRequest<ToolAnswer | null, void>(toolRequest, async (params: ToolParams) => {
    const { uri, folder, tool, input } = params;
    const opened = session.opened(uri);
    if (opened === undefined) return null;
    await session.complete(opened.file);
    const pathOf = (file: string) => relativePath(`${folder}/`, file) ?? file;
    return toolAnswer(session.workspace, opened.file, toolQuestion(tool, input), { locale: session.locale, pathOf });
  });
}
