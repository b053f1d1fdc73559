/** The extension's views beside the editor, all of them fed by one answer of the server. */
import * as vscode from 'vscode';
import type { Server } from '../server.ts';
import { registerExpectationTests } from './expectations.ts';
import { followFrameworks } from './frameworks.ts';
import { registerFrameworkTree } from './frameworkTree.ts';
import { registerScoreStatus } from './scoreStatus.ts';

export function registerViews(server: Server): vscode.Disposable {
  const frameworks = followFrameworks(server);
  return vscode.Disposable.from(
    registerFrameworkTree(frameworks),
    registerScoreStatus(frameworks),
    registerExpectationTests(frameworks),
    frameworks,
  );
}
