/** What the extension gives to VS Code's API, on the 2024 sample. Must not depend on whether VS Code is on a desktop or in a browser. */
const assert = require('node:assert/strict');
const vscode = require('vscode');

const file = 'dgsc-2024.indicators.yaml';
const commands = ['indicators.previewRanking', 'indicators.explainUnit', 'indicators.restartServer'];

exports.tests = {
  'the extension starts': async () => {
    const extension = vscode.extensions.getExtension('indicator-systems.indicators');
    assert.ok(extension, 'VS Code knows the extension');
    assert.equal(extension.isActive, false, 'nothing has asked for it yet');
    const begin = performance.now();
    await extension.activate();
    console.log(`[suite]   activated in ${(performance.now() - begin).toFixed(0)} ms`);
    await definition();
    await until('it is active', () => extension.isActive);
  },

  'its commands are registered': async () => {
    const registered = await vscode.commands.getCommands(true);
    for (const command of commands) assert.ok(registered.includes(command), command);
  },

  'the sample has no errors, and 13 in place of 12 is one': async () => {
    const document = await definition();
    const weight = firstWeight(document);
    await until('the sample is checked', async () => (await hoverAt(document, weight.start)).length > 0);
    assert.deepEqual(errorsOf(document), []);
    await replace(document, weight, '13');
    await until('an error', () => errorsOf(document).length > 0);
    const [error] = errorsOf(document);
    assert.equal(codeOf(error), 'weight-sum');
    assert.match(error.message, /\b101\b/);
    assert.deepEqual(error.range, weight);
  },

  'its preferred fix restores the sum': async () => {
    const document = await definition();
    const weight = firstWeight(document);
    const actions = await vscode.commands.executeCommand('vscode.executeCodeActionProvider', document.uri, weight);
    const fix = actions.find(action => action.isPreferred);
    assert.ok(fix, `a preferred fix among ${actions.map(action => action.title)}`);
    await vscode.workspace.applyEdit(fix.edit);
    assert.equal(document.getText(weight), '12');
    await until('no error', () => errorsOf(document).length === 0);
  },

  'hovering a weight tells the share': async () => {
    const document = await definition();
    const text = (await hoverAt(document, firstWeight(document).start)).join('\n');
    assert.match(text, /12(\.0+)? ?%/);
  },

  'the outline has the framework': async () => {
    const document = await definition();
    const symbols = await vscode.commands.executeCommand('vscode.executeDocumentSymbolProvider', document.uri);
    const names = flat(symbols).map(symbol => symbol.name);
    assert.ok(
      names.some(name => /管理保障度|Governance/.test(name)),
      names.join(', '),
    );
  },

  'what is drawn into the text waits until typing rests, and tells of the last key': async () => {
    const document = await definition();
    const weight = firstWeight(document);
    const before = await hintsIn(document);
    assert.ok(before.length > 0, 'there are hints');
    const begin = performance.now();
    await replace(document, weight, '1');
    await replace(document, firstWeight(document), '13');
    const hints = await hintsIn(document);
    assert.ok(performance.now() - begin >= 250, 'it waits');
    assert.notDeepEqual(hints, before);
    await replace(document, weight, '12');
    assert.deepEqual(await hintsIn(document), before);
  },

  'a language model is told what the command line prints': async () => {
    const document = await definition();
    const names = ['check', 'score', 'explain'].map(name => `indicators_${name}`);
    const offered = vscode.lm.tools.map(tool => tool.name);
    assert.deepEqual(
      names.filter(name => !offered.includes(name)),
      [],
    );
    const path = vscode.workspace.asRelativePath(document.uri);
    const scored = await told('indicators_score', { path, first: 3 });
    assert.equal(scored.nUnits, 64);
    assert.deepEqual(
      scored.units.map(({ rank, name }) => `${rank} ${name}`),
      ['1 杭州市', '2 浙江省', '3 北京市'],
    );
    assert.deepEqual((await told('indicators_check', {})).counts.error, 0);
    const explained = await told('indicators_explain', { path, unit: '杭州市' });
    assert.equal(explained.steps.find(step => step.kind === 'rank').value, 1);
    await assert.rejects(told('indicators_explain', { path: '../secret.indicators.yaml', unit: 'a' }), /name one of/);
    await assert.rejects(told('indicators_explain', { path }), /unit/);
  },

  'the preview opens beside the definition': async () => {
    const document = await definition();
    await vscode.commands.executeCommand('indicators.previewRanking', document.uri);
    await until('a panel', () => tabs().some(tab => tab.input instanceof vscode.TabInputWebview));
    await vscode.commands.executeCommand('workbench.action.files.revert');
  },
};

async function definition() {
  const [uri] = await vscode.workspace.findFiles(file);
  assert.ok(uri, `${file} is in the folder`);
  const document = await vscode.workspace.openTextDocument(uri);
  assert.equal(document.languageId, 'indicator-system');
  await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
  return document;
}

/** The range of the first level-1 indicator's weight. */
function firstWeight(document) {
  const match = /^ {4}weight: (\d+)$/m.exec(document.getText());
  assert.ok(match, 'a weight at level 1');
  const end = match.index + match[0].length;
  return new vscode.Range(document.positionAt(end - match[1].length), document.positionAt(end));
}

function errorsOf(document) {
  return vscode.languages
    .getDiagnostics(document.uri)
    .filter(each => each.severity === vscode.DiagnosticSeverity.Error);
}

async function told(tool, input) {
  const { content } = await vscode.lm.invokeTool(tool, { input, toolInvocationToken: undefined });
  return JSON.parse(content.map(part => part.value).join(''));
}

function codeOf({ code }) {
  return typeof code === 'object' ? code.value : code;
}

async function hoverAt(document, position) {
  const hovers = await vscode.commands.executeCommand('vscode.executeHoverProvider', document.uri, position);
  return hovers.flatMap(hover => hover.contents.map(content => content.value ?? content));
}

async function hintsIn(document) {
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  const hints = await vscode.commands.executeCommand('vscode.executeInlayHintProvider', document.uri, whole);
  return hints.map(({ label, position }) => `${position.line}: ${label}`);
}

async function replace(document, range, text) {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, range, text);
  await vscode.workspace.applyEdit(edit);
}

function flat(symbols) {
  return (symbols ?? []).flatMap(symbol => [symbol, ...flat(symbol.children)]);
}

function tabs() {
  return vscode.window.tabGroups.all.flatMap(group => group.tabs);
}

async function until(what, ask, deadline = 30_000) {
  const end = Date.now() + deadline;
  while (!(await ask())) {
    if (Date.now() > end) throw new Error(`not within ${deadline / 1000} s: ${what}`);
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}
