/**
 * Files for a server that cannot read them itself: in a browser, or of a folder that is not on this disk. Only the server
 * knows which files a definition may name.
 */
import * as vscode from 'vscode';
import type { ListFilesParams, ReadFileAnswer, ReadFileParams } from '../../server/src/protocol/requests.ts';
import { base64Of } from './base64.ts';

/** How an entry's messages carry bytes. */
export type BytesAs = 'bytes' | 'base64';

export async function readFile({ uri }: ReadFileParams, bytesAs: BytesAs): Promise<ReadFileAnswer> {
  try {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.parse(uri, true));
    return bytesAs === 'bytes' ? { kind: bytesAs, bytes } : { kind: bytesAs, base64: base64Of(bytes) };
  } catch (error) {
    const isMissing = error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
    return isMissing ? { kind: 'missing' } : { kind: 'unreadable', reason: textOf(error) };
  }
}

/** Near a definition: in its folder and below, of the kinds that it can name. */
export async function listFiles({ uri, endings }: ListFilesParams): Promise<readonly string[]> {
  const folder = vscode.Uri.joinPath(vscode.Uri.parse(uri, true), '..');
  const pattern = new vscode.RelativePattern(folder, `**/*.{${endings.join(',')}}`);
  const found = await vscode.workspace.findFiles(pattern, '**/node_modules/**', 200);
  return found.map(each => each.toString());
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
