/**
 * The expectations of open definitions as tests: each at its line, with what was expected and what came out, as of the
 * last pass. A result is told again only when it is another one, so that typing does not fill the history.
 */
import * as vscode from 'vscode';
import type { FrameworkView, PlacedExpectation } from '../../../server/src/protocol/framework.ts';
import type { Frameworks } from './frameworks.ts';
import { rangeOf } from './places.ts';

export function registerExpectationTests(frameworks: Frameworks): vscode.Disposable {
  const controller = vscode.tests.createTestController('indicators.expect', vscode.l10n.t('Expectations'));
  const told = new Map<string, string>();

  const follow = (uri: string) => {
    const view = frameworks.of(uri);
    if (view === undefined || view.expectations.length === 0) {
      controller.items.delete(uri);
      told.delete(uri);
      return;
    }
    const file = fileItem(controller, view);
    const outcome = JSON.stringify(view.expectations.map(({ range: _, ...result }) => result));
    if (told.get(uri) === outcome) return;
    told.set(uri, outcome);
    tell(controller, new vscode.TestRunRequest([file], undefined, undefined, false, true), [view]);
  };

  controller.refreshHandler = async () => {
    for (const uri of [...told.keys()]) await frameworks.refresh(uri);
  };
  controller.createRunProfile(
    vscode.l10n.t('Check'),
    vscode.TestRunProfileKind.Run,
    async request => {
      const uris = [...told.keys()].filter(uri => isAsked(request, uri));
      const views = await Promise.all(uris.map(uri => frameworks.refresh(uri)));
      tell(
        controller,
        request,
        views.filter(view => view !== undefined),
      );
    },
    true,
  );
  return vscode.Disposable.from(controller, frameworks.onDidChange(follow));
}

/** The item of a definition with its expectations brought up to date. */
function fileItem(controller: vscode.TestController, view: FrameworkView): vscode.TestItem {
  const uri = vscode.Uri.parse(view.uri, true);
  const file = controller.items.get(view.uri) ?? controller.createTestItem(view.uri, view.title, uri);
  file.label = view.title || vscode.workspace.asRelativePath(uri);
  const items = view.expectations.map(expectation => {
    const id = `${view.uri}#${expectation.index}`;
    const item = file.children.get(id) ?? controller.createTestItem(id, expectation.text, uri);
    item.label = expectation.text;
    item.description = expectation.note ?? '';
    item.range = rangeOf(expectation.range);
    item.sortText = String(expectation.index).padStart(6, '0');
    return item;
  });
  file.children.replace(items);
  controller.items.add(file);
  return file;
}

/** A run that is over at once: the server has computed the results already. */
function tell(
  controller: vscode.TestController,
  request: vscode.TestRunRequest,
  views: readonly FrameworkView[],
): void {
  const run = controller.createTestRun(request, undefined, false);
  for (const view of views) {
    for (const expectation of view.expectations) {
      const item = controller.items.get(view.uri)?.children.get(`${view.uri}#${expectation.index}`);
      if (item !== undefined && isAsked(request, item.id)) tellOne(run, item, expectation);
    }
  }
  run.end();
}

function tellOne(run: vscode.TestRun, item: vscode.TestItem, expectation: PlacedExpectation): void {
  const { holds, text, expected, actual } = expectation;
  if (holds === true) {
    run.passed(item);
    return;
  }
  const message = vscode.TestMessage.diff(messageOf(expectation), expected, actual ?? '');
  if (item.uri !== undefined && item.range !== undefined) message.location = new vscode.Location(item.uri, item.range);
  if (holds === false) {
    run.failed(item, message);
  } else {
    run.appendOutput(`${text}: ${vscode.l10n.t('cannot be checked now')}\r\n`, undefined, item);
    run.skipped(item);
  }
}

function messageOf({ text, actual }: PlacedExpectation): string {
  return actual === null
    ? vscode.l10n.t('Expected: {0}. There is no such result.', text)
    : vscode.l10n.t('Expected: {0}. The result is {1}.', text, actual);
}

/** Whether a run is asked for an item or for the definition that it belongs to. */
function isAsked({ include, exclude = [] }: vscode.TestRunRequest, id: string): boolean {
  const names = (items: readonly vscode.TestItem[]) =>
    items.some(item => item.id === id || id.startsWith(`${item.id}#`) || item.id.startsWith(`${id}#`));
  const excluded = exclude.some(item => item.id === id || id.startsWith(`${item.id}#`));
  return (include === undefined || names(include)) && !excluded;
}
