/** Renaming: every place that names a thing and no other, or a word why it cannot be. Data files are never written. */
import type { TextEdit as EditorEdit, Position, Range } from 'vscode-languageserver-types';
import { type LocalText, localText } from '../base/locale.ts';
import type { TextEdit } from '../base/text.ts';
import { insertEntry, quoteScalar } from '../syntax/edit.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type NameUse, nameAt, rangeOfUse, sameName, textOfScalar } from './names.ts';
import { rangeOf } from './positions.ts';

export type Refusal = { readonly refused: LocalText };
export type Preparation = { readonly range: Range; readonly placeholder: string } | Refusal;
export type Renaming = { readonly edits: readonly EditorEdit[] } | Refusal;

export function prepareRename(workspace: Workspace, file: string, position: Position): Preparation {
  const { source } = workspace.tree(file);
  const name = nameAt(workspace, file, source.offsetAt(position));
  if (name === undefined) return { refused: localText('there is no name here', '此处没有可重命名的名称') };
  const refused = refusal(workspace, file, name);
  if (refused !== undefined) return { refused };
  return { range: rangeOf(source, rangeOfUse(workspace, file, name)), placeholder: name.name };
}

export function rename(workspace: Workspace, file: string, position: Position, newName: string): Renaming {
  const { source } = workspace.tree(file);
  const name = nameAt(workspace, file, source.offsetAt(position));
  if (name === undefined) return { refused: localText('there is no name here', '此处没有可重命名的名称') };
  const refused = refusal(workspace, file, name) ?? unusable(workspace, file, name, newName);
  if (refused !== undefined) return { refused };
  const edits =
    newName === name.name ? [] : [...renamed(workspace, file, name, newName), ...keptColumn(workspace, file, name)];
  return { edits: edits.map(({ range, newText }) => ({ range: rangeOf(source, range), newText })) };
}

/** Why a thing cannot be renamed here at all. */
function refusal(workspace: Workspace, file: string, name: NameUse): LocalText | undefined {
  const data = workspace.data(file);
  const inData = (what: string, zh: string) =>
    localText(
      `${what} ${name.name} is named in the data, which are not written: rename it there`,
      `${zh}“${name.name}”的名称来自数据文件，此处不会改写数据：请在数据文件中修改`,
    );
  switch (name.kind) {
    case 'column':
      return data.sources.some(({ table }) => (table?.columnIndex(name.name) ?? -1) >= 0)
        ? inData('column', '列')
        : undefined;
    case 'unit':
      return data.units.some(({ id, name: called }) => id === name.name || called === name.name)
        ? inData('unit', '评估对象')
        : undefined;
    case 'group-value':
      return data.units.some(({ groups }) => groups.get(name.group ?? '')?.includes(name.name))
        ? inData('group', '分组')
        : undefined;
    case 'level':
      return localText('levels are numbered, not named', '级别以数字表示，不能重命名');
    case 'file':
      return localText('rename the file itself', '请直接重命名文件');
    default:
      return undefined;
  }
}

/** Why the new name will not do. */
function unusable(workspace: Workspace, file: string, name: NameUse, newName: string): LocalText | undefined {
  if (newName.trim() === '') return localText('the new name is empty', '新名称为空');
  if (idKinds.has(name.kind) && !/^[\p{L}\p{M}\p{N}_.-]+$/u.test(newName)) {
    return localText(
      'an id is made of letters, digits, `-`, `_` and `.`',
      '标识由字母（含汉字）、数字、`-`、`_`、`.` 组成',
    );
  }
  if (newName === name.name) return undefined;
  const taken = sameName(workspace, file, { ...name, name: newName }).some(({ isDefinition }) => isDefinition);
  return taken ? localText(`${newName} is taken already`, `“${newName}”已被使用`) : undefined;
}

const idKinds: ReadonlySet<string> = new Set(['indicator', 'data', 'adjustment', 'publication']);

function renamed(workspace: Workspace, file: string, name: NameUse, newName: string): readonly TextEdit[] {
  const tree = workspace.tree(file);
  const uses = sameName(workspace, file, name).filter(use => use.name === name.name);
  return [...new Set(uses.map(({ node }) => node))].map(node => {
    const written = uses
      .filter(use => use.node === node)
      .toSorted((a, b) => b.from - a.from)
      .reduce(
        (text, { from }) => text.slice(0, from) + newName + text.slice(from + name.name.length),
        textOfScalar(node),
      );
    return { range: tree.rangeOf(node), newText: quoteScalar(written) };
  });
}

/** What reads a column by its own name says from now on which: a leaf without `column`, a group system likewise. */
function keptColumn(workspace: Workspace, file: string, { kind, name }: NameUse): readonly TextEdit[] {
  const tree = workspace.tree(file);
  const system = workspace.system(file);
  if (kind === 'indicator') {
    return (system.byId.get(name) ?? []).flatMap(({ own, children }) => {
      const isBoundById = children === undefined && own.column === undefined && own.checklist === undefined;
      return isBoundById ? insertEntry(tree, own.node, 'column', quoteScalar(name), { after: 'id' }) : [];
    });
  }
  if (kind !== 'group') return [];
  return system.units.groups.flatMap(({ id, column }) => {
    if (id.value !== name || column !== undefined) return [];
    const entry = id.entry!;
    if (entry.value?.kind === 'map') return insertEntry(tree, entry.value, 'column', quoteScalar(name));
    const { end } = tree.rangeOf(entry);
    return entry.value === undefined
      ? [{ range: { start: end, end }, newText: ` {column: ${quoteScalar(name)}}` }]
      : [];
  });
}
