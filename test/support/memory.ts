/** A workspace in memory: definitions and data files by name, in one folder. */
import type { Finding } from '../../server/src/base/finding.ts';
import { Workspace } from '../../server/src/workspace/workspace.ts';

const folder = 'file:///folder/';

export function uriOf(name: string): string {
  return folder + name.split('/').map(encodeURIComponent).join('/');
}

/** Opens the first definition given (`*.indicators.yaml`); sets every other file. What is not given is missing. */
export function inMemory(files: Readonly<Record<string, string | Uint8Array>>): { workspace: Workspace; file: string } {
  const workspace = new Workspace();
  const names = Object.keys(files);
  const definition = names.find(name => /\.indicators\.ya?ml$/.test(name));
  if (definition === undefined) throw new Error('no definition among the files');
  const file = uriOf(definition);
  workspace.openDefinition(file, textOf(files[definition]!));
  load(workspace, file, files);
  return { workspace, file };
}

/** Sets all that the workspace wants for a definition, from the files. */
export function load(workspace: Workspace, file: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  const byUri = new Map(Object.entries(files).map(([name, content]) => [decodeURIComponent(uriOf(name)), content]));
  for (;;) {
    const wanted = workspace.wanted(file);
    if (wanted.definitions.length + wanted.dataFiles.length === 0) return;
    for (const each of wanted.definitions) {
      const content = byUri.get(decodeURIComponent(each));
      workspace.setDefinition(
        each,
        content === undefined ? { kind: 'missing' } : { kind: 'text', text: textOf(content) },
      );
    }
    for (const each of wanted.dataFiles) {
      const content = byUri.get(decodeURIComponent(each));
      workspace.setDataFile(
        each,
        content === undefined ? { kind: 'missing' } : { kind: 'bytes', bytes: bytesOf(content) },
      );
    }
  }
}

/** All findings of the definition among the files. */
export function findingsOf(files: Readonly<Record<string, string | Uint8Array>>): readonly Finding[] {
  const { workspace, file } = inMemory(files);
  return workspace.findings(file);
}

function textOf(content: string | Uint8Array): string {
  return typeof content === 'string' ? content : new TextDecoder().decode(content);
}

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}
